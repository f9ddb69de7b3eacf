package dev.offramp.settlement;

import dev.offramp.db.ObjectId;
import dev.offramp.db.Transaction;
import dev.offramp.deposits.DepositId;
import dev.offramp.money.Fiat;
import dev.offramp.money.Money;
import dev.offramp.payouts.PayoutId;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// SQL of the table `settlement`.
final class SettlementStore {

    private static final String INSERT = """
            INSERT INTO settlement (deposit, payout, currency, amount, outcome, skip_reason, at)
            SELECT deposit, nullif(payout, ''), lower(currency), amount,
                   CASE WHEN payout = '' THEN 'skipped' ELSE 'placed' END, nullif(skip_reason, ''), :at
            FROM unnest(:deposits, :payouts, :currencies, :amounts, :skipReasons)
                AS new (deposit, payout, currency, amount, skip_reason)
            """;

    private static final String FIND = """
            SELECT deposit, payout, currency, amount, outcome, skip_reason
            FROM settlement WHERE deposit = ANY(:deposits)
            """;

    void insert(Transaction tx, Map<DepositId, Settlement> settlements, Instant at) {
        List<DepositId> deposits = List.copyOf(settlements.keySet());
        Function<Function<Settlement, String>, List<String>> each =
                column -> deposits.stream().map(settlements::get).map(column).toList();
        tx.sql()
                .createUpdate(INSERT)
                .bindArray("deposits", String.class, values(deposits))
                .bindArray("payouts", String.class, each.apply(SettlementStore::payout))
                .bindArray(
                        "currencies",
                        String.class,
                        each.apply(its -> its.amount().asset().value()))
                .bindArray(
                        "amounts",
                        BigDecimal.class,
                        deposits.stream()
                                .map(deposit -> new BigDecimal(
                                        settlements.get(deposit).amount().units()))
                                .toList())
                .bindArray("skipReasons", String.class, each.apply(SettlementStore::skipReason))
                .bind("at", at)
                .execute();
    }

    private static String payout(Settlement settlement) {
        return switch (settlement) {
            case Settlement.Placed placed -> placed.payout().toString();
            case Settlement.Skipped _ -> "";
        };
    }

    private static String skipReason(Settlement settlement) {
        return switch (settlement) {
            case Settlement.Placed _ -> "";
            case Settlement.Skipped skipped -> skipped.reason().words();
        };
    }

    Map<DepositId, Settlement> find(Transaction tx, Collection<DepositId> deposits) {
        Map<DepositId, Settlement> found = new HashMap<>();
        tx.sql()
                .createQuery(FIND)
                .bindArray("deposits", String.class, values(deposits))
                .map((row, context) ->
                        found.put(new DepositId(new ObjectId(row.getString("deposit"))), settlement(row)))
                .list();
        return found;
    }

    private static Settlement settlement(ResultSet row) throws SQLException {
        Fiat currency = Fiat.parse(row.getString("currency")).orElseThrow();
        Money amount = new Money(currency.asset(), row.getBigDecimal("amount").toBigIntegerExact());
        return row.getString("outcome").equals("placed")
                ? new Settlement.Placed(amount, new PayoutId(new ObjectId(row.getString("payout"))))
                : new Settlement.Skipped(amount, SkipReason.ofWords(row.getString("skip_reason")));
    }

    private static List<String> values(Collection<DepositId> deposits) {
        return deposits.stream().map(DepositId::toString).toList();
    }
}
