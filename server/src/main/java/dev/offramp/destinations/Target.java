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

    /// What the deposit is converted to for its target; empty without one.
    default Optional<Fiat> currency() {
        return switch (this) {
            case OwnBank own -> Optional.of(own.account().currency());
            case BusinessWide business -> Optional.of(business.destination().currency());
            case None none -> Optional.empty();
        };
    }
}
