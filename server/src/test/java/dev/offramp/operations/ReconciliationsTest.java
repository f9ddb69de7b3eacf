package dev.offramp.operations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.app.Platform;
import dev.offramp.app.Stage;
import dev.offramp.assets.Network;
import dev.offramp.chains.Address;
import dev.offramp.chains.BlockRef;
import dev.offramp.db.Transaction;
import dev.offramp.db.Trouble;
import dev.offramp.jobs.JobState;
import dev.offramp.jobs.LastTrouble;
import dev.offramp.jobs.Step;
import dev.offramp.money.AssetCode;
import dev.offramp.money.Fiat;
import dev.offramp.money.Money;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Holding the books against all else, now and then and when somebody asks.
class ReconciliationsTest {

    private final Stage stage = new Stage();
    private final Said said = new Said();
    private final Reconciliations reconciliations =
            Reconciliations.create(stage.platform.db(), stage.clock, stage.platform.jobs());
    private final Step step = started();

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void comeSoonAfterTheFirstStartAndThenEveryFewHours() {
        step.runOnce();
        assertThat(runs()).isEmpty();
        assertThat(schedule().dueAt()).isEqualTo(now().plus(Reconciliations.FIRST_AFTER));

        stage.clock.advance(Reconciliations.FIRST_AFTER);
        step.runOnce();

        assertThat(runs()).singleElement().satisfies(run -> {
            assertThat(run.isSound()).isTrue();
            assertThat(run.startedAt()).isEqualTo(now());
            assertThat(run.checks()).hasSize(10).allMatch(Check::isSound);
            assertThat(run.checks().getFirst().what())
                    .isEqualTo("Balances are the sums of their postings, and what is held is what holds say");
        });
        stage.clock.advance(Reconciliations.EVERY.minusMillis(1));
        step.runOnce();
        assertThat(runs()).hasSize(1);
        stage.clock.advance(Duration.ofMillis(1));
        step.runOnce();
        assertThat(runs()).hasSize(2);
    }

    @Test
    void comeWhenTheyAreWanted() {
        step.runOnce();
        stage.clock.advance(Reconciliations.FIRST_AFTER);
        step.runOnce();
        stage.clock.advance(Duration.ofMinutes(1));

        assertThat(want()).isEqualTo(new ReconciliationWish.Wanted());
        started().runOnce();

        assertThat(runs()).hasSize(2);
        assertThat(schedule().dueAt()).isEqualTo(now().plus(Reconciliations.EVERY));
    }

    @Test
    void areNotWantedTwiceAtOnce() {
        step.runOnce();
        stage.clock.advance(Reconciliations.FIRST_AFTER);
        ReconciliationWish[] wish = new ReconciliationWish[1];
        said.meanwhile = () -> wish[0] = want();

        step.runOnce();

        assertThat(wish[0]).isEqualTo(new ReconciliationWish.UnderWay(now().plus(Reconciliations.LEASE)));
        assertThat(runs()).hasSize(1);
    }

    @Test
    void tellOfAFaultOnlyWhenItIsStillThereAtTheThirdLook() {
        said.extra = "1000.00";
        step.runOnce();
        stage.clock.advance(Reconciliations.FIRST_AFTER);
        step.runOnce();
        stage.clock.advance(Reconciliations.LOOK_AGAIN_AFTER);
        step.runOnce();
        assertThat(runs()).isEmpty();
        stage.clock.advance(Reconciliations.LOOK_AGAIN_AFTER);
        step.runOnce();

        assertThat(runs()).singleElement().satisfies(run -> {
            assertThat(run.isSound()).isFalse();
            assertThat(run.faultCount()).isEqualTo(1);
            assertThat(run.checks())
                    .filteredOn(check -> !check.isSound())
                    .singleElement()
                    .satisfies(check -> {
                        assertThat(check.what()).isEqualTo("The sandbox's rail has paid what payouts say");
                        assertThat(check.faults()).singleElement().asString().contains("the rail paid");
                    });
        });
    }

    @Test
    void forgetAFaultOfAMoment() {
        said.extra = "1000.00";
        step.runOnce();
        stage.clock.advance(Reconciliations.FIRST_AFTER);
        step.runOnce();
        said.extra = "0.00";
        stage.clock.advance(Reconciliations.LOOK_AGAIN_AFTER);
        step.runOnce();

        assertThat(runs()).singleElement().matches(ReconciliationRun::isSound);
    }

    @Test
    void areTriedAgainWhenSomethingIsAway() {
        said.isAway = true;
        step.runOnce();
        stage.clock.advance(Reconciliations.FIRST_AFTER);
        step.runOnce();

        assertThat(runs()).isEmpty();
        assertThat(schedule().trouble()).contains(new LastTrouble("the rail is away", now()));
        assertThat(schedule().dueAt()).isEqualTo(now().plus(Reconciliations.AFTER_TROUBLE));

        said.isAway = false;
        stage.clock.advance(Reconciliations.AFTER_TROUBLE);
        step.runOnce();
        assertThat(runs()).singleElement().matches(ReconciliationRun::isSound);
    }

    @Test
    void keepTheLatestAlone() {
        step.runOnce();
        for (int i = 0; i < 103; i++) {
            want();
            step.runOnce();
            stage.clock.advance(Duration.ofSeconds(1));
        }

        assertThat(runs(1000))
                .hasSize(100)
                .first()
                .satisfies(run -> assertThat(run.endedAt()).isEqualTo(now().minusSeconds(1)));
    }

    private Step started() {
        Platform platform = stage.platform;
        Reconciliation.Uses uses = new Reconciliation.Uses(
                platform.db(),
                platform.assets(),
                platform.ledger(),
                platform.wallets(),
                platform.deposits(),
                platform.payouts(),
                platform.withdrawals(),
                platform.trail());
        return reconciliations.step(Reconciliation.create(uses, said));
    }

    private ReconciliationWish want() {
        return stage.platform.db().transact(reconciliations::want);
    }

    private List<ReconciliationRun> runs() {
        return runs(10);
    }

    private List<ReconciliationRun> runs(int max) {
        return stage.platform.db().transact(tx -> reconciliations.last(tx, max));
    }

    private JobState schedule() {
        return stage.platform.db().transact(reconciliations::schedule).orElseThrow();
    }

    private Instant now() {
        return stage.clock.instant();
    }

    /// An outside that says nothing, or what the test wants.
    private final class Said implements Outside {

        private String extra = "0.00";
        private boolean isAway;
        private Runnable meanwhile = () -> {};

        @Override
        public Optional<Map<AssetCode, BigInteger>> received(
                Transaction tx, Network network, BlockRef block, Set<Address> addresses) {
            return Optional.of(Map.of());
        }

        @Override
        public Map<AssetCode, BigInteger> sent(Transaction tx) {
            return Map.of();
        }

        @Override
        public Map<AssetCode, Money> paid() {
            meanwhile.run();
            if (isAway) {
                throw new Trouble("the rail is away", Duration.ofSeconds(1));
            }
            return Map.of(Fiat.NGN.asset(), Fiat.NGN.money(extra));
        }
    }
}
