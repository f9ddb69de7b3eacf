package dev.offramp.settlement;

import dev.offramp.db.Transaction;
import dev.offramp.deposits.DepositId;
import dev.offramp.money.Fiat;
import dev.offramp.money.Money;
import dev.offramp.money.Rounding;
import dev.offramp.payouts.NewPayout;
import dev.offramp.payouts.PayoutOrigin;
import dev.offramp.payouts.PayoutTerms;
import dev.offramp.payouts.Payouts;
import dev.offramp.payouts.Placement;
import dev.offramp.tenancy.Tenant;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Settles deposits to bank accounts. What is paid out is the net amount, of naira whole ones; the payout's fee comes
/// out of it.
record BankSettlement(Payouts payouts) {

    /// Places the payouts of those that have a bank to go to.
    Map<DepositId, Settlement> settle(Transaction tx, List<Credited> credited) {
        List<Credited> due = due(credited);
        Map<DepositId, Settlement> settlements = new LinkedHashMap<>();
        if (!due.isEmpty()) {
            List<Placement> placements =
                    payouts.place(tx, due.stream().map(BankSettlement::payout).toList());
            for (int i = 0; i < due.size(); i++) {
                settlements.put(due.get(i).id(), settlement(amount(due.get(i)), placements.get(i)));
            }
        }
        return settlements;
    }

    /// What will be paid out if the balance is still there then.
    Map<DepositId, Money> expected(Transaction tx, List<Credited> credited) {
        Map<DepositId, Money> expected = new HashMap<>();
        for (Fiat currency : Fiat.values()) {
            List<Credited> due = due(credited).stream()
                    .filter(its -> its.deposit().currency() == currency)
                    .toList();
            Map<Tenant, PayoutTerms> terms =
                    payouts.terms(tx, due.stream().map(Credited::tenant).toList(), currency);
            due.stream().filter(its -> isPaidOut(its, terms)).forEach(its -> expected.put(its.id(), amount(its)));
        }
        return expected;
    }

    private static boolean isPaidOut(Credited credited, Map<Tenant, PayoutTerms> terms) {
        PayoutTerms own = terms.get(credited.tenant());
        return own != null && own.allow(amount(credited));
    }

    private static List<Credited> due(List<Credited> credited) {
        return credited.stream()
                .filter(its -> its.deposit().settleTo().isPresent())
                .toList();
    }

    private static Money amount(Credited credited) {
        Fiat currency = credited.deposit().currency();
        BigDecimal net = credited.deposit().amount();
        return currency.money(currency == Fiat.NGN ? net.setScale(0, RoundingMode.DOWN) : net, Rounding.DOWN);
    }

    private static NewPayout payout(Credited credited) {
        return new NewPayout(
                credited.tenant(),
                new PayoutOrigin.Settlement(credited.id().value(), credited.attempt()),
                amount(credited),
                credited.deposit().settleTo().orElseThrow());
    }

    private static Settlement settlement(Money amount, Placement placement) {
        return switch (placement) {
            case Placement.Placed placed ->
                new Settlement.Placed(amount, placed.payout().id());
            case Placement.AlreadyPlaced already -> new Settlement.Placed(amount, already.earlier());
            case Placement.InsufficientFunds _ -> new Settlement.Skipped(amount, SkipReason.INSUFFICIENT_BALANCE);
            case Placement.BelowMinimum _ -> new Settlement.Skipped(amount, SkipReason.BELOW_MINIMUM);
            case Placement.AboveMaximum _ -> new Settlement.Skipped(amount, SkipReason.ABOVE_MAXIMUM);
            case Placement.NoRail _ -> new Settlement.Skipped(amount, SkipReason.NO_PAYOUT_RAIL);
        };
    }
}
