package dev.offramp.chains.simulated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.offramp.assets.Network;
import dev.offramp.chains.BlockRef;
import dev.offramp.chains.ChainBlock;
import dev.offramp.chains.Transfer;
import dev.offramp.chains.TxHash;
import dev.offramp.chains.TxStatus;
import dev.offramp.db.TestDatabase;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReorganisationTest {

    private static final Network NETWORK = Network.BITCOIN;

    private static TestDatabase test;
    private Sandbox sandbox;

    @BeforeAll
    static void openDatabase() {
        test = TestDatabase.create();
    }

    @BeforeEach
    void open() {
        sandbox = new Sandbox(test);
    }

    @AfterAll
    static void closeDatabase() {
        test.close();
    }

    @Test
    void replacesTheBlocksAboveTheForkToAnyDepth() {
        sandbox.chains.mine(200);
        Set<BlockRef> seen = new HashSet<>(sandbox.refs(NETWORK));
        List<BlockRef> before = sandbox.refs(NETWORK);
        for (int depth = 1; depth <= 200; depth++) {
            ReorgOutcome outcome = sandbox.chains.reorg(NETWORK, depth, new Fate.Kept());

            List<BlockRef> after = sandbox.refs(NETWORK);
            int kept = before.size() - depth;
            assertThat(outcome).isEqualTo(new ReorgOutcome.Reorganised(before.get(kept - 1), after.getLast()));
            assertThat(after).hasSameSizeAs(before);
            assertThat(after.subList(0, kept)).isEqualTo(before.subList(0, kept));
            assertThat(after.subList(kept, after.size())).allMatch(seen::add, "is new");
            before = after;
        }
    }

    /// A shallow fork above a deep one leaves the lower part of the deep one's branch in place.
    @Test
    void linksBlocksAcrossForksOfForks() {
        sandbox.chains.mine(30);
        for (int depth : List.of(20, 5, 12, 3, 3, 1)) {
            sandbox.chains.reorg(NETWORK, depth, new Fate.Kept());
            sandbox.chains.mine(1);
        }

        List<ChainBlock> blocks = sandbox.blocks(NETWORK);

        assertThat(blocks).hasSize(37);
        for (int i = 1; i < blocks.size(); i++) {
            assertThat(blocks.get(i).parent()).isEqualTo(blocks.get(i - 1).ref().hash());
            assertThat(sandbox.chain(NETWORK).at(i)).contains(blocks.get(i).ref());
        }
    }

    @Test
    void leavesOtherNetworksAlone() {
        sandbox.chains.send(Sandbox.coin(Network.LITECOIN, "bob"));
        sandbox.chains.mine(5);
        List<ChainBlock> before = sandbox.blocks(Network.LITECOIN);

        sandbox.chains.reorg(NETWORK, 5, new Fate.Dropped());

        assertThat(sandbox.blocks(Network.LITECOIN)).isEqualTo(before);
    }

    @Test
    void neverReplacesTheFirstBlock() {
        sandbox.chains.mine(3);
        List<BlockRef> before = sandbox.refs(NETWORK);

        assertThat(sandbox.chains.reorg(NETWORK, 4, new Fate.Kept())).isEqualTo(new ReorgOutcome.TooDeep(3));
        assertThat(sandbox.refs(NETWORK)).isEqualTo(before);
        assertThatThrownBy(() -> sandbox.chains.reorg(NETWORK, 0, new Fate.Kept()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void keepsTransactionsAtTheirHeight() {
        List<TxHash> txs = threeBlocksOfTwo();

        sandbox.chains.reorg(NETWORK, 3, new Fate.Kept());

        assertThat(placesOf(txs)).containsExactly(1L, 1L, 2L, 2L, 3L, 3L);
        assertThat(mined()).isEqualTo(txs);
    }

    @Test
    void minesReturnedTransactionsAgain() {
        List<TxHash> txs = threeBlocksOfTwo();

        sandbox.chains.reorg(NETWORK, 2, new Fate.Returned(0));

        assertThat(mined()).isEqualTo(txs.subList(0, 2));
        assertThat(sandbox.chain(NETWORK).waiting()).extracting(Transfer::tx).isEqualTo(txs.subList(2, 6));
        sandbox.chains.mine(1);
        assertThat(placesOf(txs)).containsExactly(1L, 1L, 4L, 4L, 4L, 4L);
    }

    @Test
    void letsReturnedTransactionsBeReplacedBeforeTheyAreMined() {
        TxHash original = threeBlocksOfTwo().getLast();
        sandbox.chains.reorg(NETWORK, 1, new Fate.Returned(2));
        sandbox.chains.mine(2);

        ReplaceOutcome outcome = sandbox.chains.replace(original, List.of(Sandbox.output("eve", 1)));
        sandbox.chains.mine(1);

        assertThat(outcome).isInstanceOf(ReplaceOutcome.Replaced.class);
        assertThat(sandbox.status(NETWORK, original))
                .isEqualTo(new TxStatus.Replaced(
                        ((ReplaceOutcome.Replaced) outcome).by(),
                        sandbox.chain(NETWORK).tip()));
    }

    @Test
    void bringsBackWhatWasReplacedInTheBlocksItRemoves() {
        sandbox.chains.mine(1);
        TxHash original = sandbox.chains.send(Sandbox.coin(NETWORK, "bob"));
        sandbox.chains.replace(original, List.of(Sandbox.output("eve", 1)));
        sandbox.chains.mine(1);

        sandbox.chains.reorg(NETWORK, 1, new Fate.Dropped());

        assertThat(sandbox.status(NETWORK, original)).isEqualTo(new TxStatus.Unknown());
        assertThat(sandbox.chains.rebroadcast(original)).isEqualTo(new RebroadcastOutcome.Rebroadcast());
        sandbox.chains.mine(1);
        assertThat(sandbox.status(NETWORK, original)).isInstanceOf(TxStatus.Mined.class);
    }

    @Test
    void dropsTransactions() {
        List<TxHash> txs = threeBlocksOfTwo();

        sandbox.chains.reorg(NETWORK, 2, new Fate.Dropped());
        sandbox.chains.mine(5);

        assertThat(mined()).isEqualTo(txs.subList(0, 2));
        assertThat(sandbox.status(NETWORK, txs.get(3))).isEqualTo(new TxStatus.Unknown());
    }

    @Test
    void movesTransactionsToOtherBlocksAndPlaces() {
        List<TxHash> txs = threeBlocksOfTwo();

        sandbox.chains.reorg(NETWORK, 3, new Fate.Moved());

        assertThat(mined()).isEqualTo(txs.reversed());
        assertThat(placesOf(txs)).containsExactly(3L, 3L, 2L, 2L, 1L, 1L);
    }

    @Test
    void givesEachTransactionItsOwnFate() {
        List<TxHash> txs = threeBlocksOfTwo();
        List<Fate> fates = List.of(
                new Fate.Moved(),
                new Fate.Kept(),
                new Fate.Dropped(),
                new Fate.Returned(0),
                new Fate.Kept(),
                new Fate.Moved());

        sandbox.chains.reorg(NETWORK, 3, tx -> fates.get(txs.indexOf(tx)));

        assertThat(mined()).containsExactly(txs.get(1), txs.get(5), txs.get(4), txs.get(0));
        assertThat(sandbox.chain(NETWORK).waiting()).extracting(Transfer::tx).containsExactly(txs.get(3));
    }

    private List<TxHash> threeBlocksOfTwo() {
        List<TxHash> txs = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            txs.add(sandbox.chains.send(Sandbox.coin(NETWORK, "bob")));
            txs.add(sandbox.chains.send(Sandbox.coin(NETWORK, "joe")));
            sandbox.chains.mine(1);
        }
        return txs;
    }

    private List<TxHash> mined() {
        return sandbox.transfers(NETWORK).stream().map(Transfer::tx).toList();
    }

    private List<Long> placesOf(List<TxHash> txs) {
        return txs.stream()
                .map(tx ->
                        ((TxStatus.Mined) sandbox.status(NETWORK, tx)).block().height())
                .toList();
    }
}
