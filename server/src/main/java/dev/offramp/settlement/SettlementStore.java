package dev.offramp.settlement;

import dev.offramp.db.ObjectId;
import dev.offramp.db.Transaction;
import dev.offramp.deposits.DepositId;
import dev.offramp.money.Fiat;
import dev.offramp.money.Money;
import dev.offramp.payouts.PayoutId;
import dev.offramp.withdrawals.WithdrawalId;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/// SQL of the table `settlement`.
final class SettlementStore {

    private static final String INSERT = """
            INSERT INTO settlement (deposit, payout, withdrawal, currency, amount, outcome, skip_reason, at)
            SELECT deposit, nullif(payout, ''), nullif(withdrawal, ''), lower(currency), amount,
                   CASE WHEN skip_reason = '' THEN 'placed' ELSE 'skipped' END, nullif(skip_reason, ''), :at
            FROM unnest(:deposits, :payouts, :withdrawals, :currencies, :amounts, :skipReasons)
                AS new (deposit, payout, withdrawal, currency, amount, skip_reason)
            """;

    private static final String FIND = """
            SELECT deposit, payout, withdrawal, currency, amount, outcome, skip_reason
            FROM settlement WHERE deposit = ANY(:deposits)
            """;

    private static final String LAST = """
            SELECT payout, withdrawal, currency, amount, outcome, skip_reason, attempt, at
            FROM settlement WHERE deposit = :deposit
            """;

    private static final String LOCK = """
            SELECT payout, withdrawal, currency, amount, outcome, skip_reason, attempt
            FROM settlement WHERE deposit = :deposit
            FOR UPDATE
            """;

    private static final String REPLACE = """
            UPDATE settlement
            SET payout = nullif(:payout, ''), withdrawal = nullif(:withdrawal, ''), amount = :amount,
                outcome = CASE WHEN :skipReason = '' THEN 'placed' ELSE 'skipped' END,
                skip_reason = nullif(:skipReason, ''), attempt = :attempt, at = :at
            WHERE deposit = :deposit
            """;

    /// @param attempt how often it was tried
    record Tried(Settlement settlement, int attempt) {}

    void insert(Transaction tx, Map<DepositId, Settlement> settlements, Instant at) {
        List<DepositId> deposits = List.copyOf(settlements.keySet());
        Function<Function<Settlement, String>, List<String>> each =
                column -> deposits.stream().map(settlements::get).map(column).toList();
        tx.sql()
                .createUpdate(INSERT)
                .bindArray("deposits", String.class, values(deposits))
                .bindArray("payouts", String.class, each.apply(SettlementStore::payout))
                .bindArray("withdrawals", String.class, each.apply(SettlementStore::withdrawal))
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
            case Settlement.Sent _, Settlement.Skipped _ -> "";
        };
    }

    private static String withdrawal(Settlement settlement) {
        return switch (settlement) {
            case Settlement.Sent sent -> sent.withdrawal().toString();
            case Settlement.Placed _, Settlement.Skipped _ -> "";
        };
    }

    private static String skipReason(Settlement settlement) {
        return switch (settlement) {
            case Settlement.Placed _, Settlement.Sent _ -> "";
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

    Optional<LastAttempt> last(Transaction tx, DepositId deposit) {
        return tx.sql()
                .createQuery(LAST)
                .bind("deposit", deposit.toString())
                .map((row, context) -> new LastAttempt(
                        settlement(row),
                        row.getInt("attempt"),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .findOne();
    }

    Optional<Tried> lock(Transaction tx, DepositId deposit) {
        return tx.sql()
                .createQuery(LOCK)
                .bind("deposit", deposit.toString())
                .map((row, context) -> new Tried(settlement(row), row.getInt("attempt")))
                .findOne();
    }

    /// Puts another attempt, in the same currency, in the place of the last.
    void replace(Transaction tx, DepositId deposit, Tried tried, Instant at) {
        Settlement settlement = tried.settlement();
        tx.sql()
                .createUpdate(REPLACE)
                .bind("deposit", deposit.toString())
                .bind("payout", payout(settlement))
                .bind("withdrawal", withdrawal(settlement))
                .bind("amount", new BigDecimal(settlement.amount().units()))
                .bind("skipReason", skipReason(settlement))
                .bind("attempt", tried.attempt())
                .bind("at", at)
                .execute();
    }

    private static Settlement settlement(ResultSet row) throws SQLException {
        Fiat currency = Fiat.parse(row.getString("currency")).orElseThrow();
        Money amount = new Money(currency.asset(), row.getBigDecimal("amount").toBigIntegerExact());
        Optional<ObjectId> payout = id(row, "payout");
        Optional<ObjectId> withdrawal = id(row, "withdrawal");
        return payout.<Settlement>map(id -> new Settlement.Placed(amount, new PayoutId(id)))
                .or(() -> withdrawal.map(id -> new Settlement.Sent(amount, new WithdrawalId(id))))
                .orElseGet(skipped(row, amount));
    }

    private static Supplier<Settlement> skipped(ResultSet row, Money amount) throws SQLException {
        String reason = row.getString("skip_reason");
        return () -> new Settlement.Skipped(amount, SkipReason.ofWords(reason));
    }

    private static Optional<ObjectId> id(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column)).map(ObjectId::new);
    }

    private static List<String> values(Collection<DepositId> deposits) {
        return deposits.stream().map(DepositId::toString).toList();
    }
}
