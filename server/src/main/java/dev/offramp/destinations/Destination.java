package dev.offramp.destinations;

import dev.offramp.assets.Token;
import dev.offramp.assets.TokenNetwork;
import dev.offramp.money.Fiat;

/// Where all of a tenant's other deposits go.
public sealed interface Destination {

    record Bank(BankAccount account) implements Destination {}

    /// Stablecoins, sent to an address outside.
    ///
    /// @param address in the network's own spelling
    record CoinAddress(Token token, TokenNetwork network, String address) implements Destination {}

    /// What the money is converted to for it.
    default Fiat currency() {
        return switch (this) {
            case Bank bank -> bank.account().currency();
            case CoinAddress _ -> Fiat.USD;
        };
    }
}
