package dev.offramp.operations;

import dev.offramp.chains.Address;
import dev.offramp.chains.BlockRef;
import dev.offramp.chains.ChainId;
import dev.offramp.chains.TxHash;
import dev.offramp.deposits.SeenTransfers;
import dev.offramp.wallets.Wallet;
import dev.offramp.withdrawals.WithdrawalSnapshot;
import java.util.List;
import java.util.Optional;

/// What the finder found.
public sealed interface Found {

    /// An address of ours, with the latest transfers to it.
    ///
    /// @param owners one in each environment at most
    record OurAddress(Address address, List<Owner> owners, SeenTransfers transfers) implements Found {}

    /// @param path where its key lies; empty in a process that has not opened that seed
    record Owner(Wallet wallet, Optional<String> path) {}

    /// A wallet that coins are sent from. What arrives there is the operator's own.
    record HotWalletAddress(Address address, List<ChainId> chains) implements Found {}

    /// An address, and none of ours.
    record ForeignAddress(Address address) implements Found {}

    /// A transaction that we know.
    ///
    /// @param sent the withdrawal that it was signed for
    record KnownTransaction(TxHash tx, SeenTransfers transfers, Optional<WithdrawalSnapshot> sent) implements Found {}

    /// A transaction that we do not know, with what each chain says that it may be of.
    record UnknownTransaction(TxHash tx, List<ChainAnswer> answers) implements Found {}

    /// What lies in some blocks, both included.
    ///
    /// @param unrecorded transfers to our addresses that the chain has and we do not
    /// @param answer what came of asking the chain
    record Blocks(
            ChainId chain, long from, long to, SeenTransfers transfers, List<Transferred> unrecorded, Asking answer)
            implements Found {}

    /// What came of asking the chain about blocks.
    enum Asking {
        ASKED("the chain was asked too"),
        TOO_MANY("the chain is asked about at most 100 blocks at a time"),
        NOT_FOLLOWED("no node of this chain is configured here"),
        IN_TROUBLE("the chain could not be asked");

        private final String text;

        Asking(String text) {
            this.text = text;
        }

        /// In words for people.
        public String text() {
            return text;
        }
    }

    /// What one chain says of a transaction that we do not know.
    ///
    /// @param block that has it
    record ChainAnswer(ChainId chain, Standing standing, Optional<BlockRef> block, List<Transferred> transfers) {}

    /// How a transaction stands on a chain.
    sealed interface Standing {
        record InBlock() implements Standing {}

        record Waiting() implements Standing {}

        record Replaced(TxHash by) implements Standing {}

        record Unknown() implements Standing {}

        /// It could not be asked.
        ///
        /// @param what in words for the operator
        record InTrouble(String what) implements Standing {}
    }

    /// A text that is neither an address nor can be a transaction.
    record Nothing() implements Found {}
}
