package dev.offramp.operations;

import dev.offramp.assets.Asset;
import dev.offramp.assets.Assets;
import dev.offramp.chains.Address;
import dev.offramp.chains.BlockRef;
import dev.offramp.chains.Chain;
import dev.offramp.chains.ChainBlock;
import dev.offramp.chains.ChainId;
import dev.offramp.chains.Transfer;
import dev.offramp.chains.TxHash;
import dev.offramp.chains.TxStatus;
import dev.offramp.db.Database;
import dev.offramp.db.Trouble;
import dev.offramp.deposits.ChainState;
import dev.offramp.deposits.Deposits;
import dev.offramp.wallets.Wallet;
import dev.offramp.wallets.Wallets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Asks chains about what we do not know, and says of each transfer why we do not. No transaction is open while a chain
/// is asked.
record ChainQuestions(Database db, Assets assets, Wallets wallets, Deposits deposits) {

    /// What this chain says of a transaction.
    Found.ChainAnswer ask(Chain chain, TxHash tx) {
        try {
            return answer(chain, tx, chain.statuses(Set.of(tx)).get(tx));
        } catch (Trouble trouble) {
            return answer(chain, new Found.Standing.InTrouble(trouble.getMessage()));
        }
    }

    private Found.ChainAnswer answer(Chain chain, TxHash tx, TxStatus status) {
        return switch (status) {
            case TxStatus.Mined(BlockRef block) ->
                new Found.ChainAnswer(
                        chain.id(), new Found.Standing.InBlock(), Optional.of(block), transfers(chain, tx, block));
            case TxStatus.Waiting _ -> answer(chain, new Found.Standing.Waiting());
            case TxStatus.Replaced(TxHash by, BlockRef _) -> answer(chain, new Found.Standing.Replaced(by));
            case TxStatus.Unknown _ -> answer(chain, new Found.Standing.Unknown());
        };
    }

    private static Found.ChainAnswer answer(Chain chain, Found.Standing standing) {
        return new Found.ChainAnswer(chain.id(), standing, Optional.empty(), List.of());
    }

    private List<Transferred> transfers(Chain chain, TxHash tx, BlockRef block) {
        List<Placed> placed = new ArrayList<>();
        for (ChainBlock found : chain.blocksFrom(block.height(), 1)) {
            found.transfers().stream()
                    .filter(transfer -> transfer.tx().equals(tx))
                    .forEach(transfer -> placed.add(new Placed(transfer, found.ref())));
        }
        return judged(chain.id(), placed);
    }

    /// The transfers in these blocks, both included, that go to our addresses.
    List<Transferred> toUs(Chain chain, long from, long to) {
        List<Placed> placed = new ArrayList<>();
        long next = from;
        while (next <= to) {
            List<ChainBlock> blocks = chain.blocksFrom(next, Math.toIntExact(to - next + 1));
            if (blocks.isEmpty()) {
                break;
            }
            blocks.forEach(block ->
                    block.transfers().forEach(transfer -> placed.add(new Placed(transfer, block.ref()))));
            next += blocks.size();
        }
        return judged(chain.id(), placed).stream()
                .filter(transferred -> transferred.owner().isPresent())
                .toList();
    }

    private record Placed(Transfer transfer, BlockRef block) {}

    private List<Transferred> judged(ChainId chain, List<Placed> placed) {
        Set<Address> recipients = new HashSet<>();
        placed.forEach(its -> recipients.add(its.transfer().recipient()));
        return db.transact(tx -> {
            Map<Address, Wallet> owners =
                    wallets.owners(tx, chain.environment(), chain.network().family(), recipients);
            Optional<ChainState.Read> read = deposits.chains(tx).stream()
                    .filter(state -> state.chain().equals(chain))
                    .findFirst()
                    .flatMap(ChainState::read);
            return placed.stream()
                    .map(its -> judged(
                            chain,
                            its,
                            read,
                            Optional.ofNullable(owners.get(its.transfer().recipient()))))
                    .toList();
        });
    }

    private Transferred judged(ChainId chain, Placed placed, Optional<ChainState.Read> read, Optional<Wallet> owner) {
        Optional<Asset> asset = assets.of(
                chain.environment(),
                chain.network(),
                placed.transfer().contract().map(Address::value));
        Transferred.Reason reason = reason(placed.block().height(), read, owner.isPresent(), asset.isPresent());
        return new Transferred(placed.transfer(), placed.block(), asset, owner, reason);
    }

    private static Transferred.Reason reason(
            long height, Optional<ChainState.Read> read, boolean isOurs, boolean isKnownAsset) {
        if (!isOurs) {
            return Transferred.Reason.FOREIGN_RECIPIENT;
        }
        if (read.isEmpty()) {
            return Transferred.Reason.NEVER_READ;
        }
        // The first block is where reading began: what it holds was not looked at.
        if (height <= read.get().first()) {
            return Transferred.Reason.BEFORE_THE_FIRST_BLOCK;
        }
        if (height > read.get().block().height()) {
            return Transferred.Reason.NOT_READ_YET;
        }
        return isKnownAsset ? Transferred.Reason.NOT_RECORDED : Transferred.Reason.UNKNOWN_TOKEN;
    }
}
