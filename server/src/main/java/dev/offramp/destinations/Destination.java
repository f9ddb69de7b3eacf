package dev.offramp.destinations;

import dev.offramp.money.Fiat;

/// Where all of a tenant's other deposits go.
public sealed interface Destination {

    record Bank(BankAccount account) implements Destination {}

    /// What the money is converted to for it.
    default Fiat currency() {
        return switch (this) {
            case Bank bank -> bank.account().currency();
        };
    }
}
