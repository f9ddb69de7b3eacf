package dev.offramp.figures;

import dev.offramp.deposits.DepositSnapshot;
import dev.offramp.money.Fiat;
import dev.offramp.money.Money;
import dev.offramp.money.Rounding;
import dev.offramp.payouts.PayoutSnapshot;
import dev.offramp.tenancy.Tenant;
import dev.offramp.withdrawals.WithdrawalSnapshot;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// What a batch of facts adds to the figures. Pure.
final class Tally {

    /// What is summed on one row.
    record Row(Tenant tenant, LocalDate day, Happening happening, Fiat currency) {}

    record Sums(long count, Money amount, Money fees, BigDecimal usd) {

        Sums plus(Sums other) {
            return new Sums(count + other.count, amount.plus(other.amount), fees.plus(other.fees), usd.add(other.usd));
        }
    }

    /// What is counted on one row.
    record Place(Tenant tenant, Standing standing) {}

    private final Map<Row, Sums> sums = new HashMap<>();
    private final Map<Place, Long> moves = new HashMap<>();

    void moved(Tenant tenant, Optional<Standing> from, Standing to) {
        if (!from.equals(Optional.of(to))) {
            from.ifPresent(before -> moves.merge(new Place(tenant, before), -1L, Long::sum));
            moves.merge(new Place(tenant, to), 1L, Long::sum);
        }
    }

    /// A deposit was credited, or its credit was undone.
    void add(Tenant tenant, Instant at, Happening happening, DepositSnapshot deposit) {
        Fiat currency = deposit.currency();
        Sums one = new Sums(
                1,
                money(currency, deposit.amount().add(deposit.markup())),
                money(currency, deposit.fee().add(deposit.flagFee())),
                deposit.amountUsd());
        sums.merge(row(tenant, at, happening, currency), one, Sums::plus);
    }

    void add(Tenant tenant, Instant at, Happening happening, PayoutSnapshot payout) {
        Sums one = new Sums(1, payout.amount(), payout.fee(), BigDecimal.ZERO);
        sums.merge(row(tenant, at, happening, payout.currency()), one, Sums::plus);
    }

    void add(Tenant tenant, Instant at, WithdrawalSnapshot withdrawal) {
        Sums one = new Sums(
                1,
                withdrawal.amount().plus(withdrawal.fee()),
                withdrawal.fee(),
                withdrawal.amount().decimal(Fiat.SCALE));
        sums.merge(row(tenant, at, Happening.SENT, Fiat.USD), one, Sums::plus);
    }

    private static Row row(Tenant tenant, Instant at, Happening happening, Fiat currency) {
        return new Row(tenant, LocalDate.ofInstant(at, ZoneOffset.UTC), happening, currency);
    }

    private static Money money(Fiat currency, BigDecimal amount) {
        return currency.money(amount, Rounding.DOWN);
    }

    Map<Row, Sums> sums() {
        return sums;
    }

    /// Without those that cancel each other out.
    Map<Place, Long> moves() {
        Map<Place, Long> moved = new HashMap<>(moves);
        moved.values().removeIf(count -> count == 0);
        return moved;
    }
}
