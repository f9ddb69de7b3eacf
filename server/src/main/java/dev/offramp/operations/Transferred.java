package dev.offramp.operations;

import dev.offramp.assets.Asset;
import dev.offramp.chains.BlockRef;
import dev.offramp.chains.Transfer;
import dev.offramp.wallets.Wallet;
import java.util.Optional;

/// A transfer that a chain has and we have not recorded, and why.
///
/// @param asset what it moves; empty when the catalogue does not know it
/// @param owner whose address is paid; empty when it is none of ours
public record Transferred(
        Transfer transfer, BlockRef block, Optional<Asset> asset, Optional<Wallet> owner, Reason reason) {

    /// Why it is no deposit. The first that holds counts.
    public enum Reason {
        FOREIGN_RECIPIENT("the recipient is no address of ours"),
        NEVER_READ("nothing was ever read of this chain"),
        BEFORE_THE_FIRST_BLOCK("its block lies before the first one that was read"),
        NOT_READ_YET("its block has not been read yet"),
        UNKNOWN_TOKEN("the catalogue has no such token on this network"),
        NOT_RECORDED("it should have been recorded: was it read without call traces, or is it a fault of ours?");

        private final String text;

        Reason(String text) {
            this.text = text;
        }

        /// In words for people.
        public String text() {
            return text;
        }
    }
}
