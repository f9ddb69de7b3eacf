package dev.offramp.payouts;

import dev.offramp.destinations.BankAccount;
import dev.offramp.money.Fiat;
import dev.offramp.money.Money;
import dev.offramp.tenancy.Tenant;

/// The wish to pay out.
///
/// @param amount in the account's currency; what the balance is charged, the fee comes out of it
public record NewPayout(Tenant tenant, PayoutOrigin origin, Money amount, BankAccount account) {

    public NewPayout {
        if (!amount.asset().equals(account.currency().asset())) {
            throw new IllegalArgumentException("an account is paid in its own currency: " + account.currency());
        }
    }

    Fiat currency() {
        return account.currency();
    }

    @Override
    public String toString() {
        return "new payout of " + amount;
    }
}
