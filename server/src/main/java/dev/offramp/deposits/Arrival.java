package dev.offramp.deposits;

import dev.offramp.assets.Network;
import dev.offramp.chains.Address;
import dev.offramp.chains.BlockRef;
import dev.offramp.chains.Position;
import dev.offramp.chains.TxHash;
import dev.offramp.tenancy.Tenant;
import dev.offramp.wallets.WalletId;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/// A transfer to an address of ours that is no deposit, for the operator's list.
///
/// @param contract the token's contract; empty for the native coin
/// @param block empty while it is in none that was read
public record Arrival(
        Tenant tenant,
        WalletId wallet,
        Network network,
        TxHash tx,
        Position position,
        Address address,
        Optional<Address> contract,
        BigInteger units,
        Why why,
        Optional<BlockRef> block,
        Instant seenAt) {

    /// Why it is no deposit.
    public enum Why {
        UNKNOWN_TOKEN("the catalogue has no such token on this network"),
        DUST("it is worth less than 0.00000001 dollars");

        private final String text;

        Why(String text) {
            this.text = text;
        }

        /// In words for people.
        public String text() {
            return text;
        }

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
