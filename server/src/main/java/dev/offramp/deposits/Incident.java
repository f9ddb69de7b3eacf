package dev.offramp.deposits;

import dev.offramp.chains.BlockRef;
import dev.offramp.chains.ChainId;
import dev.offramp.money.Money;
import dev.offramp.tenancy.Tenant;
import java.time.Instant;
import java.util.Optional;

/// A booked deposit that left its chain for good, until an operator has decided what follows.
///
/// @param number counts the incidents of one deposit, from 1
/// @param coins what had arrived
/// @param credited what the tenant got for it, markup included; nothing for a flagged one
/// @param held how much of that was still there when it was noticed, and is set aside
/// @param back where the chain was last seen to have the deposit again
public record Incident(
        DepositId deposit,
        int number,
        Tenant tenant,
        ChainId chain,
        Money coins,
        Money credited,
        Money held,
        Instant noticedAt,
        Optional<Back> back) {

    /// A block that has the deposit again, the same as it was booked.
    ///
    /// @param confirmations when the chain was last looked at; the block itself is the first
    public record Back(BlockRef block, int confirmations) {}

    /// Nothing is held yet.
    static Incident of(Deposit deposit, int number, Instant noticedAt) {
        Terms terms = deposit.terms().orElseThrow();
        Money nothing = Money.zero(terms.currency().asset());
        boolean isCredited = deposit.state() instanceof DepositState.Completed;
        return new Incident(
                deposit.id(),
                number,
                deposit.tenant(),
                deposit.chain(),
                new Money(deposit.asset(), deposit.units()),
                isCredited ? terms.amount().plus(terms.markup()) : nothing,
                nothing,
                noticedAt,
                Optional.empty());
    }

    Incident holding(Money amount) {
        return new Incident(deposit, number, tenant, chain, coins, credited, amount, noticedAt, back);
    }

    /// What was gone when it was noticed: what the tenant owes once the credit is taken back.
    public Money shortfall() {
        return credited.minus(held);
    }
}
