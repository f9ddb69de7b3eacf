package dev.offramp.settlement;

import dev.offramp.db.Transaction;
import dev.offramp.deposits.DepositId;
import dev.offramp.destinations.Destination;
import dev.offramp.money.Money;
import dev.offramp.money.Rounding;
import dev.offramp.withdrawals.Asked;
import dev.offramp.withdrawals.FeeLevel;
import dev.offramp.withdrawals.NewWithdrawal;
import dev.offramp.withdrawals.Placement;
import dev.offramp.withdrawals.SentCoin;
import dev.offramp.withdrawals.WithdrawalOrigin;
import dev.offramp.withdrawals.Withdrawals;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Settles deposits to addresses, in stablecoins. The fee of a withdrawal comes on top of its amount, so that what is
/// sent is the net amount without the fee.
record AddressSettlement(Withdrawals withdrawals) {

    private static final FeeLevel LEVEL = FeeLevel.MEDIUM;

    /// Places the withdrawals of those that have an address to go to.
    Map<DepositId, Settlement> settle(Transaction tx, List<Credited> credited) {
        Map<DepositId, Settlement> settlements = new LinkedHashMap<>();
        List<Credited> due = new ArrayList<>();
        List<NewWithdrawal> wishes = new ArrayList<>();
        for (Credited its : due(credited)) {
            switch (plan(tx, its)) {
                case Plan.Send(Money amount) -> {
                    due.add(its);
                    wishes.add(wish(its, amount));
                }
                case Plan.Skip(Settlement.Skipped skipped) -> settlements.put(its.id(), skipped);
            }
        }
        List<Placement> placements = withdrawals.place(tx, wishes);
        for (int i = 0; i < due.size(); i++) {
            Asked.Dollars asked = (Asked.Dollars) wishes.get(i).asked();
            settlements.put(due.get(i).id(), settlement(asked.amount(), placements.get(i)));
        }
        return settlements;
    }

    /// What will be sent if the balance is still there then.
    Map<DepositId, Money> expected(Transaction tx, List<Credited> credited) {
        Map<DepositId, Money> expected = new HashMap<>();
        for (Credited its : due(credited)) {
            if (plan(tx, its) instanceof Plan.Send(Money amount)) {
                expected.put(its.id(), amount);
            }
        }
        return expected;
    }

    private sealed interface Plan {
        record Send(Money amount) implements Plan {}

        record Skip(Settlement.Skipped skipped) implements Plan {}
    }

    private Plan plan(Transaction tx, Credited credited) {
        Destination.CoinAddress address = address(credited);
        Money net = credited.deposit().currency().money(credited.deposit().amount(), Rounding.DOWN);
        Optional<SentCoin> offer = withdrawals.offer(tx, credited.tenant(), address.token(), address.network());
        if (offer.isEmpty()) {
            return skip(net, SkipReason.NO_PAYOUT_RAIL);
        }
        Money amount = net.minus(offer.get().fee(LEVEL));
        if (amount.compareTo(offer.get().limits().minimum()) < 0) {
            return skip(net, SkipReason.BELOW_MINIMUM);
        }
        return amount.compareTo(offer.get().limits().maximum()) > 0
                ? skip(amount, SkipReason.ABOVE_MAXIMUM)
                : new Plan.Send(amount);
    }

    private static Plan skip(Money amount, SkipReason reason) {
        return new Plan.Skip(new Settlement.Skipped(amount, reason));
    }

    private static List<Credited> due(List<Credited> credited) {
        return credited.stream()
                .filter(its -> its.deposit().settleToAddress().isPresent())
                .toList();
    }

    private static Destination.CoinAddress address(Credited credited) {
        return credited.deposit().settleToAddress().orElseThrow();
    }

    private static NewWithdrawal wish(Credited credited, Money amount) {
        Destination.CoinAddress address = address(credited);
        return new NewWithdrawal(
                credited.tenant(),
                new WithdrawalOrigin.Settlement(credited.id().value(), credited.attempt()),
                address.token(),
                address.network(),
                address.address(),
                new Asked.Dollars(amount),
                LEVEL);
    }

    private static Settlement settlement(Money amount, Placement placement) {
        return switch (placement) {
            case Placement.Placed placed ->
                new Settlement.Sent(amount, placed.withdrawal().id());
            case Placement.AlreadyPlaced already ->
                new Settlement.Sent(amount, already.earlier().id());
            case Placement.InsufficientFunds _ -> new Settlement.Skipped(amount, SkipReason.INSUFFICIENT_BALANCE);
            case Placement.NoRate _ -> new Settlement.Skipped(amount, SkipReason.NO_RATE);
            case Placement.NoSender _, Placement.NoSuchCoin _, Placement.UnusableAddress _ ->
                new Settlement.Skipped(amount, SkipReason.NO_PAYOUT_RAIL);
            case Placement.OutsideLimits _, Placement.Duplicate _ ->
                throw new IllegalStateException("limits were held to, and settlements have no twins: " + placement);
        };
    }
}
