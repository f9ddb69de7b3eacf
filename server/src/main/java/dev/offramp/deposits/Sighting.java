package dev.offramp.deposits;

import dev.offramp.assets.Asset;
import dev.offramp.chains.Transfer;
import dev.offramp.wallets.Wallet;
import java.util.Optional;

/// A transfer to an address of ours, where it was seen.
///
/// @param asset what arrived; empty for a token that is not in the catalogue
record Sighting(Transfer transfer, Wallet wallet, Optional<Asset> asset, Place place) {

    Deposit.Key key() {
        return new Deposit.Key(transfer.tx(), transfer.position(), transfer.recipient());
    }
}
