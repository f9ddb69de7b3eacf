package dev.offramp.dashboard.addresses;

import dev.offramp.assets.Asset;
import dev.offramp.destinations.LinkedBank;
import dev.offramp.wallets.Wallet;
import java.util.Optional;

/// An address in a line.
record AddressLine(String id, String label, String address, String asset, String index, Optional<Linked> bank) {

    /// The bank of an address.
    ///
    /// @param number of the account, which not everybody may read whole
    record Linked(String bank, String number, String name, String currency, boolean isSettling) {

        static Linked of(LinkedBank linked) {
            return new Linked(
                    linked.bank().bankName(),
                    linked.bank().accountNumber(),
                    linked.bank().accountName(),
                    linked.bank().currency().name(),
                    linked.autoSettlement());
        }

        /// Where deposits go, in words.
        String settlement() {
            return isSettling ? "Paid on to the bank" : "Off";
        }
    }

    static AddressLine of(Wallet wallet, Asset asset, Optional<LinkedBank> bank) {
        return new AddressLine(
                wallet.id().toString(),
                wallet.label().value(),
                wallet.address().value(),
                name(asset),
                wallet.vaultId().toString(),
                bank.map(Linked::of));
    }

    static String name(Asset asset) {
        return asset.symbol() + " on " + asset.network().displayName();
    }
}
