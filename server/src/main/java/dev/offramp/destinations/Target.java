package dev.offramp.destinations;

import dev.offramp.money.Fiat;
import java.util.Optional;

/// Where a deposit goes once it is credited.
public sealed interface Target {

    /// The wallet's own bank, its flag being on.
    record OwnBank(BankAccount account) implements Target {}

    /// The tenant's destination for every other deposit.
    record BusinessWide(Destination destination) implements Target {}

    /// The money stays in the balance.
    record None() implements Target {}

    /// The bank account it goes to, if it goes to one.
    default Optional<BankAccount> bank() {
        return switch (this) {
            case OwnBank(BankAccount account) -> Optional.of(account);
            case BusinessWide(Destination.Bank(BankAccount account)) -> Optional.of(account);
            case BusinessWide(Destination.CoinAddress _), None() -> Optional.empty();
        };
    }

    /// The address it goes to, if it goes to one.
    default Optional<Destination.CoinAddress> address() {
        return this instanceof BusinessWide(Destination.CoinAddress address) ? Optional.of(address) : Optional.empty();
    }

    /// What the deposit is converted to for its target; empty without one.
    default Optional<Fiat> currency() {
        return switch (this) {
            case OwnBank own -> Optional.of(own.account().currency());
            case BusinessWide business -> Optional.of(business.destination().currency());
            case None none -> Optional.empty();
        };
    }
}
