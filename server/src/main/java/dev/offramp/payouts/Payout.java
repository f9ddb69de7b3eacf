package dev.offramp.payouts;

import dev.offramp.destinations.BankAccount;
import dev.offramp.facts.NewFact;
import dev.offramp.money.Fiat;
import dev.offramp.money.Money;
import dev.offramp.tenancy.Tenant;
import java.time.Instant;
import java.util.Optional;

/// Bank money on its way out.
///
/// @param amount what the balance is charged, fee included
/// @param sequence how many facts were written about it
record Payout(
        PayoutId id,
        PayoutReference reference,
        Tenant tenant,
        PayoutOrigin origin,
        Money amount,
        Money fee,
        BankAccount account,
        PayoutState state,
        int sequence,
        Instant createdAt,
        Instant updatedAt) {

    static Payout placed(PayoutId id, NewPayout wish, Money fee, Instant now) {
        return new Payout(
                id,
                PayoutReference.of(id),
                wish.tenant(),
                wish.origin(),
                wish.amount(),
                fee,
                wish.account(),
                new PayoutState.Placed(),
                1,
                now,
                now);
    }

    Fiat currency() {
        return account.currency();
    }

    Money payoutAmount() {
        return amount.minus(fee);
    }

    /// This payout in its next state; a change that clients are told of counts as a fact.
    Payout in(PayoutState next, Instant now) {
        int facts = next.status() == state.status() ? sequence : sequence + 1;
        return new Payout(id, reference, tenant, origin, amount, fee, account, next, facts, createdAt, now);
    }

    Rail.Order order() {
        return new Rail.Order(reference, account, payoutAmount());
    }

    PayoutSnapshot snapshot() {
        return new PayoutSnapshot(
                id,
                origin.settledDeposit(),
                origin.withdrawnTo(),
                origin.clientReference(),
                amount,
                fee,
                account,
                reference,
                state.status(),
                reason(),
                createdAt,
                updatedAt);
    }

    /// Why it was rejected or reversed.
    Optional<String> reason() {
        return switch (state) {
            case PayoutState.Rejected(String reason) -> Optional.of(reason);
            case PayoutState.Reversed(String reason) -> Optional.of(reason);
            case PayoutState.Placed _, PayoutState.Submitting _, PayoutState.Processing _, PayoutState.Completed _ ->
                Optional.empty();
        };
    }

    /// The fact that it has come to stand as it does.
    NewFact fact() {
        return new NewFact(tenant, id.value(), sequence, updatedAt, PayoutFact.of(snapshot()));
    }

    @Override
    public String toString() {
        return "payout " + id + " is " + state.status().code();
    }
}
