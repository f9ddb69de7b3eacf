package dev.offramp.chains.simulated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.offramp.assets.Network;
import dev.offramp.chains.BlockRef;
import dev.offramp.chains.ChainBlock;
import dev.offramp.chains.TxHash;
import dev.offramp.chains.TxStatus;
import dev.offramp.db.Database;
import dev.offramp.db.TestDatabase;
import dev.offramp.db.Trouble;
import dev.offramp.jobs.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MakerTest {

    private static TestDatabase test;
    private Sandbox sandbox;
    private Instant start;

    @BeforeAll
    static void openDatabase() {
        test = TestDatabase.create();
    }

    @BeforeEach
    void open() {
        sandbox = new Sandbox(test);
        start = sandbox.clock.instant();
    }

    @AfterAll
    static void closeDatabase() {
        test.close();
    }

    @Test
    void makesABlockPerIntervalOnEveryNetwork() {
        for (int i = 0; i < 8; i++) {
            sandbox.pass(Duration.ofMillis(500));
        }

        for (Network network : Network.values()) {
            assertThat(sandbox.chain(network).tip().height()).isEqualTo(4);
        }
    }

    @Test
    void stampsBlocksWithTheTimeTheyWereDue() {
        sandbox.pass(Duration.ofMillis(3_700));

        assertThat(stamps()).containsExactly(start, at(1_000), at(2_000), at(3_000));
    }

    @Test
    void goesOnStampingAfterAPauseThatIsCutShort() {
        sandbox.pass(Duration.ofSeconds(2));
        sandbox.pass(Duration.ofHours(60));
        sandbox.pass(Duration.ofSeconds(1));

        List<Instant> stamps = stamps();
        assertThat(stamps).hasSize(1 + 2 + (int) BlockClock.CATCH_UP + 1).isSorted();
        assertThat(stamps.get(3)).isEqualTo(at(2_000 + 60 * 3_600_000 - 599_000));
        assertThat(stamps.getLast()).isEqualTo(sandbox.clock.instant());
    }

    @Test
    void goesOnAfterTheClockWasSetBack() {
        sandbox.pass(Duration.ofSeconds(10));
        sandbox.pass(Duration.ofHours(-2));
        assertThat(sandbox.height()).isEqualTo(10);

        sandbox.pass(Duration.ofSeconds(3));

        assertThat(sandbox.height()).isEqualTo(13);
        assertThat(stamps().getLast()).isEqualTo(sandbox.clock.instant());
    }

    @Test
    void makesNoBlockTwiceWhereClocksDifferALittle() {
        sandbox.pass(Duration.ofSeconds(10));
        sandbox.pass(Duration.ofSeconds(-2));
        sandbox.pass(Duration.ofSeconds(2));

        assertThat(sandbox.height()).isEqualTo(10);
    }

    @Test
    void minesByHandWithoutAnyTimePassing() {
        sandbox.chains.mine(5);
        sandbox.chains.mine(2);
        sandbox.pass(Duration.ofMillis(1_000));

        assertThat(stamps()).containsExactly(start, start, start, start, start, start, start, start, at(1_000));
        assertThatThrownBy(() -> sandbox.chains.mine(0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void stampsAllBlocksMadeByHandAlikeThoughTheFirstWasDue() {
        sandbox.clock.advance(Sandbox.BLOCK_TIME);
        sandbox.chains.mine(3);

        assertThat(stamps()).containsExactly(start, at(1_000), at(1_000), at(1_000));
    }

    @Test
    void takesTransactionsInTheOrderTheyCame() {
        List<TxHash> sent = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            sent.add(sandbox.chains.send(Sandbox.coin(Network.TON, "bob")));
        }
        sandbox.pass(Sandbox.BLOCK_TIME);

        assertThat(sandbox.chain(Network.TON).blocksFrom(1, 1).getFirst().transfers())
                .extracting(transfer -> transfer.tx())
                .isEqualTo(sent);
    }

    @Test
    void putsATransactionIntoTheFirstBlockAfterItsBroadcast() {
        sandbox.clock.advance(Duration.ofMillis(3_500));
        TxHash late = sandbox.chains.send(Sandbox.coin(Network.TRON, "bob"));
        sandbox.clock.advance(Duration.ofMillis(3_000));
        sandbox.makeDue();

        assertThat(sandbox.height()).isEqualTo(6);
        assertThat(heightOf(late)).isEqualTo(4);
    }

    @Test
    void putsIntoTheLastBlockWhatCameAfterItsTime() {
        sandbox.clock.advance(Duration.ofMillis(3_500));
        TxHash late = sandbox.chains.send(Sandbox.coin(Network.TRON, "bob"));
        sandbox.makeDue();

        assertThat(heightOf(late)).isEqualTo(3);
    }

    @Test
    void takesAReturnedTransactionForOneBroadcastAtItsReturn() {
        TxHash tx = sandbox.chains.send(Sandbox.coin(Network.TRON, "bob"));
        sandbox.chains.mine(1);
        sandbox.clock.advance(Duration.ofMillis(2_500));
        sandbox.chains.reorg(Network.TRON, 1, new Fate.Returned(0));
        sandbox.clock.advance(Duration.ofMillis(2_000));
        sandbox.makeDue();

        assertThat(sandbox.height()).isEqualTo(5);
        assertThat(heightOf(tx)).isEqualTo(4);
    }

    @Test
    void passesOverATransactionAsLongAsItIsToWait() {
        TxHash slow = sandbox.chains.send(Sandbox.coin(Network.TRON, "bob").waiting(3));
        sandbox.chains.mine(3);
        assertThat(sandbox.status(Network.TRON, slow)).isEqualTo(new TxStatus.Waiting());

        sandbox.chains.mine(1);

        assertThat(heightOf(slow)).isEqualTo(4);
    }

    @Test
    void keepsEverythingOverARestart() {
        sandbox.chains.send(Sandbox.coin(Network.TRON, "bob"));
        sandbox.pass(Duration.ofSeconds(3));
        sandbox.chains.reorg(Network.TRON, 2, new Fate.Kept());
        sandbox.chains.send(Sandbox.coin(Network.TRON, "eve"));
        List<ChainBlock> before = sandbox.blocks(Network.TRON);

        try (Database second = Database.open(test.address(), 2)) {
            SimulatedChains restarted =
                    SimulatedChains.create(second, Sandbox.SEED + 1, Duration.ofMillis(200), sandbox.clock);

            assertThat(restarted.chain(Network.TRON).blocksFrom(0, 100)).isEqualTo(before);
            assertThat(restarted.chain(Network.TRON).waiting())
                    .singleElement()
                    .extracting(transfer -> transfer.recipient().value())
                    .isEqualTo("eve");
        }
    }

    @Test
    void stampsByTheNewIntervalAfterItWasChanged() {
        sandbox.pass(Duration.ofSeconds(2));
        SimulatedChains faster =
                SimulatedChains.create(sandbox.db, Sandbox.SEED, Duration.ofMillis(250), sandbox.clock);
        sandbox.clock.advance(Duration.ofMillis(500));
        faster.step().runOnce();

        assertThat(stamps()).containsExactly(start, at(1_000), at(2_000), at(2_250), at(2_500));
    }

    @Test
    void givesTheSameHashesForTheSameSeedAndCalls() {
        List<BlockRef> played = play(sandbox);

        assertThat(play(new Sandbox(test))).isEqualTo(played);
    }

    @Test
    void makesEachBlockOnceWithTwoMakers() throws InterruptedException {
        int rounds = 40;
        try (Database second = Database.open(test.address(), 4)) {
            List<Step> makers =
                    List.of(sandbox.chains.step(), sandbox.join(second).step());
            for (int i = 0; i < rounds; i++) {
                sandbox.chains.send(Sandbox.coin(Network.SOLANA, "bob"));
                sandbox.clock.advance(Sandbox.BLOCK_TIME);
                runTogether(makers);
                makers.getFirst().runOnce();
            }
        }

        assertThat(sandbox.height()).isEqualTo(rounds);
        assertThat(sandbox.blocks(Network.SOLANA).stream().skip(1))
                .hasSize(rounds)
                .allSatisfy(block -> assertThat(block.transfers()).hasSize(1));
    }

    @Test
    void asksTheDatabaseOnlyWhenABlockIsDue() {
        Step maker;
        try (Database second = Database.open(test.address(), 2)) {
            maker = sandbox.join(second).step();
            sandbox.clock.advance(Sandbox.BLOCK_TIME);
            maker.runOnce();
        }

        sandbox.clock.advance(Duration.ofMillis(999));
        assertThat(maker.runOnce()).isFalse();
        sandbox.clock.advance(Duration.ofMillis(1));
        assertThatThrownBy(maker::runOnce).isInstanceOf(Trouble.class);
    }

    @Test
    void letsOthersWorkWhileOneProcessHoldsTheClock() {
        AtomicInteger made = new AtomicInteger();
        sandbox.clock.advance(Sandbox.BLOCK_TIME);
        sandbox.db.run(held -> {
            new ClockStore().lock(held);
            sandbox.chains.step().runOnce();
            made.set((int) sandbox.height());
        });

        assertThat(made).hasValue(0);
        sandbox.makeDue();
        assertThat(sandbox.height()).isEqualTo(1);
    }

    private static void runTogether(List<Step> makers) throws InterruptedException {
        List<Thread> threads = makers.stream()
                .map(maker -> Thread.ofVirtual().start(maker::runOnce))
                .toList();
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private static List<BlockRef> play(Sandbox sandbox) {
        TxHash sent = sandbox.chains.send(Sandbox.coin(Network.BASE, "bob"));
        sandbox.pass(Duration.ofSeconds(4));
        sandbox.chains.reorg(Network.BASE, 2, new Fate.Dropped());
        sandbox.pass(Duration.ofSeconds(4));
        List<BlockRef> all = new ArrayList<>(sandbox.refs(Network.BASE));
        all.add(((TxStatus.Mined) sandbox.status(Network.BASE, sent)).block());
        return all;
    }

    private long heightOf(TxHash tx) {
        return ((TxStatus.Mined) sandbox.status(Network.TRON, tx)).block().height();
    }

    private Instant at(long millis) {
        return start.plusMillis(millis);
    }

    private List<Instant> stamps() {
        return sandbox.blocks(Network.TRON).stream().map(ChainBlock::minedAt).toList();
    }
}
