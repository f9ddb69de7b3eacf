package dev.offramp.deposits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.offramp.assets.Network;
import dev.offramp.chains.Chain;
import dev.offramp.chains.ChainId;
import dev.offramp.chains.simulated.Fate;
import dev.offramp.db.Trouble;
import dev.offramp.jobs.LastTrouble;
import dev.offramp.jobs.Step;
import dev.offramp.tenancy.Environment;
import dev.offramp.wallets.Wallet;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What an operator can ask and do about a chain.
class ChainStatesTest {

    private static final String USDC = "SOL_USDC_JKVK";
    private static final ChainId SOLANA = new ChainId(Environment.DEVELOPMENT, Network.SOLANA);
    private static final ChainId TON = new ChainId(Environment.DEVELOPMENT, Network.TON);

    private final DepositWorld world = new DepositWorld();
    private final Line line = new Line();
    private final Step watch = world.deposits.watch(line.chain(), OptionalLong.of(0));

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void knowHowFarTheChainWasReadAndHowFarItIs() {
        lookOn();
        world.chains.mine(3);
        world.clock.advance(ChainLooks.EVERY);
        watch.runOnce();

        ChainState state = solana();

        assertThat(state.read().orElseThrow().block().height()).isEqualTo(3);
        assertThat(state.read().orElseThrow().first()).isZero();
        assertThat(state.read().orElseThrow().movedAt()).isEqualTo(now());
        assertThat(state.look()).contains(new ChainState.Look(3, now()));
        assertThat(state.lag()).hasValue(0);
        assertThat(state.isPaused()).isFalse();
        assertThat(state.isInTrouble()).isFalse();
        assertThat(state.reorganisations().count()).isZero();
    }

    @Test
    void tellBlocksThatAreNotReadAsLag() {
        lookOn();
        pause("node is replaced");
        world.chains.mine(7);
        world.clock.advance(ChainLooks.EVERY);
        watch.runOnce();

        assertThat(solana().lag()).hasValue(7);
    }

    @Test
    void areNotWrittenMoreOftenThanPeopleRead() {
        lookOn();
        Instant first = now();
        world.clock.advance(ChainLooks.EVERY.minusMillis(1));
        lookOn();
        assertThat(solana().look().orElseThrow().at()).isEqualTo(first);

        world.clock.advance(Duration.ofMillis(1));
        lookOn();
        assertThat(solana().look().orElseThrow().at()).isEqualTo(now());
    }

    @Test
    void tellOfTroubleUntilTheNextLookThatIsAnswered() {
        line.isCut = true;

        assertThatThrownBy(watch::runOnce).isInstanceOf(Trouble.class);

        assertThat(solana().isInTrouble()).isTrue();
        assertThat(solana().trouble()).contains(new LastTrouble("the line is cut", now()));
        assertThat(solana().read()).isEmpty();
        assertThat(solana().lag()).isEmpty();

        line.isCut = false;
        world.clock.advance(Duration.ofSeconds(1));
        lookOn();

        assertThat(solana().isInTrouble()).isFalse();
        assertThat(solana().trouble()).isPresent();
    }

    @Test
    void countReorganisations() {
        mineOneByOne(9);
        world.reorg(Network.SOLANA, 4, new Fate.Kept());
        lookOn();
        world.clock.advance(Duration.ofMinutes(1));
        mineOneByOne(3);
        world.reorg(Network.SOLANA, 2, new Fate.Kept());
        lookOn();

        ChainState.Reorganisations seen = solana().reorganisations();

        assertThat(seen.count()).isEqualTo(2);
        assertThat(seen.deepest()).isEqualTo(4);
        assertThat(seen.last()).contains(new ChainState.Reorganisation(2, now()));
    }

    @Test
    void nothingIsReadWhileAChainIsPausedByHand() {
        Wallet wallet = world.wallet(USDC, "ada");
        lookOn();
        assertThat(pause("node is replaced")).isEqualTo(new Pausing.Paused(handPause()));

        world.send(Network.SOLANA, world.pays(wallet, USDC, "60"));
        world.chains.mine(4);
        lookOn();

        assertThat(world.all()).isEmpty();
        assertThat(solana().isPaused()).isTrue();
        assertThat(solana().pausedByHand()).contains(handPause());
        assertThat(solana().pausedForIncident()).isEmpty();

        assertThat(endPause(SOLANA)).contains(handPause());
        lookOn();
        world.credit();

        assertThat(world.only().state()).isInstanceOf(DepositState.Completed.class);
        assertThat(solana().isPaused()).isFalse();
    }

    @Test
    void nothingIsCreditedWhileAChainIsPausedByHand() {
        Wallet wallet = world.wallet(USDC, "ada");
        world.send(Network.SOLANA, world.pays(wallet, USDC, "60"));
        world.chains.mine(4);
        lookOn();
        pause("node is replaced");

        world.credit();

        assertThat(world.only().state()).isInstanceOf(DepositState.Pending.class);
    }

    @Test
    void aLookUnderWayRecordsNothingOnceTheChainIsPaused() {
        Wallet wallet = world.wallet(USDC, "ada");
        lookOn();
        world.send(Network.SOLANA, world.pays(wallet, USDC, "60"));
        world.chains.mine(4);
        line.meanwhile = () -> pause("node is replaced");

        watch.runOnce();

        assertThat(world.all()).isEmpty();
        assertThat(solana().read().orElseThrow().block().height()).isZero();
    }

    @Test
    void decidingIncidentsLeavesAPauseMadeByHand() {
        Wallet wallet = world.wallet(USDC, "ada");
        world.send(Network.SOLANA, world.pays(wallet, USDC, "60"));
        world.chains.mine(4);
        lookOn();
        world.credit();
        world.reorg(Network.SOLANA, 4, new Fate.Dropped());
        lookOn();
        world.chains.mine(4);
        lookOn();
        pause("node is replaced");
        assertThat(solana().pausedForIncident()).isPresent();

        world.deposits.correct(world.only().id(), "ada");
        world.deposits.resume(SOLANA);

        assertThat(solana().pausedForIncident()).isEmpty();
        assertThat(solana().pausedByHand()).contains(handPause());
        assertThat(world.deposits.pausedChains()).isEmpty();
        assertThat(decided()).singleElement().satisfies(decided -> {
            assertThat(decided.incident().deposit()).isEqualTo(world.only().id());
            assertThat(decided.decision()).isEqualTo("corrected");
            assertThat(decided.by()).isEqualTo("ada");
        });
    }

    @Test
    void endingAPauseMadeByHandLeavesTheOneOfAnIncident() {
        Wallet wallet = world.wallet(USDC, "ada");
        world.send(Network.SOLANA, world.pays(wallet, USDC, "60"));
        world.chains.mine(4);
        lookOn();
        world.credit();
        world.reorg(Network.SOLANA, 4, new Fate.Dropped());
        lookOn();
        world.chains.mine(4);
        lookOn();
        pause("node is replaced");

        endPause(SOLANA);

        assertThat(solana().pausedByHand()).isEmpty();
        assertThat(solana().pausedForIncident()).isPresent();
    }

    @Test
    void aChainIsPausedOnceAndOnlyIfItWasRead() {
        lookOn();
        pause("node is replaced");

        assertThat(pause("again")).isEqualTo(new Pausing.PausedAlready(handPause()));
        assertThat(pause(TON, "why")).isEqualTo(new Pausing.NeverRead());
        assertThat(endPause(TON)).isEmpty();
    }

    private void mineOneByOne(int blocks) {
        for (int i = 0; i < blocks; i++) {
            world.chains.mine(1);
            lookOn();
        }
    }

    private void lookOn() {
        while (watch.runOnce()) {
            continue;
        }
    }

    private Pausing pause(String reason) {
        return pause(SOLANA, reason);
    }

    private Pausing pause(ChainId chain, String reason) {
        return world.db.transact(tx -> world.deposits.pause(tx, chain, reason, "ada"));
    }

    private Optional<HandPause> endPause(ChainId chain) {
        return world.db.transact(tx -> world.deposits.endPause(tx, chain));
    }

    private List<DecidedIncident> decided() {
        return world.db.transact(tx -> world.deposits.decidedIncidents(tx, 10));
    }

    private HandPause handPause() {
        return new HandPause("node is replaced", "ada", now());
    }

    private Instant now() {
        return world.clock.instant();
    }

    private ChainState solana() {
        return world.db.transact(world.deposits::chains).stream()
                .filter(state -> state.chain().equals(SOLANA))
                .findFirst()
                .orElseThrow();
    }

    /// The line to the node, which can be cut, and on which something can happen while a question is on its way.
    private final class Line {

        boolean isCut;
        Runnable meanwhile = () -> {};

        Chain chain() {
            Chain chain = world.chains.chain(Network.SOLANA);
            return (Chain) Proxy.newProxyInstance(
                    Chain.class.getClassLoader(), new Class<?>[] {Chain.class}, (proxy, method, arguments) -> {
                        if (isCut && !method.getName().equals("id")) {
                            throw new Trouble("the line is cut", Duration.ofSeconds(1));
                        }
                        try {
                            Object answer = method.invoke(chain, arguments);
                            if (method.getName().equals("blocksFrom")) {
                                Runnable happens = meanwhile;
                                meanwhile = () -> {};
                                happens.run();
                            }
                            return answer;
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    });
        }
    }
}
