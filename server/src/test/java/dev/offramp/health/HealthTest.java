package dev.offramp.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.app.Stage;
import dev.offramp.assets.Network;
import dev.offramp.bulletins.StatusIncident;
import dev.offramp.chains.ChainId;
import dev.offramp.db.Database;
import dev.offramp.db.Outage;
import dev.offramp.jobs.Step;
import dev.offramp.tenancy.Environment;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Measuring on a real database, turn by turn.
class HealthTest {

    private static final String NAIRA = "sandbox.payouts.ngn";
    private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);
    private static final Duration TURN = Duration.ofSeconds(10);

    private final Stage stage = new Stage();
    private final Outage outage = new Outage();
    private final Database ours = Database.join(stage.database.address(), 4, outage);
    private final Health health = health();
    private boolean isAnswering = true;
    private Step step = step(FIVE_MINUTES);

    @AfterEach
    void close() {
        ours.close();
        stage.close();
    }

    private Health health() {
        return stage.health(ours, List.of(new ChainId(Environment.DEVELOPMENT, Network.SOLANA)));
    }

    private Step step(Duration incidentAfter) {
        Probe api = new Probe() {
            @Override
            public Component component() {
                return Component.API;
            }

            @Override
            public boolean answers() {
                return isAnswering;
            }
        };
        return health.measureStep(List.of(api), incidentAfter);
    }

    /// Ten seconds and a turn, with all that it reads.
    private void turn() {
        stage.clock.advance(TURN);
        stage.blocks(1);
        if (!outage.isAway()) {
            stage.platform.payouts().probeStep().runOnce();
        }
        step.runOnce();
    }

    private void turns(int count) {
        for (int i = 0; i < count; i++) {
            turn();
        }
    }

    private Report.Line line(String code) {
        return health.board().report().components().stream()
                .filter(line -> line.component().code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private Day today(String code) {
        return line(code).days().getLast();
    }

    private List<StatusIncident> incidents() {
        return health.board().report().incidents();
    }

    @Test
    void findsEverythingAsItIs() {
        turns(2);

        Report report = health.board().report();
        assertThat(report.overall()).isEqualTo(State.OPERATIONAL);
        assertThat(report.components())
                .extracting(line -> line.component().code())
                .containsExactly(
                        "api",
                        "webhooks",
                        "rates",
                        "database",
                        "sandbox.deposits.solana",
                        NAIRA,
                        "sandbox.payouts.ghs");
        assertThat(line("sandbox.deposits.solana").standing().words()).contains("0 blocks behind");
        assertThat(report.databaseAwaySince()).isEmpty();
        assertThat(line("api").days()).hasSize(Board.DAYS);
        assertThat(line("api").days().getFirst().isMeasured()).isFalse();
        assertThat(today("api")).isEqualTo(new Day(today("api").day(), 11, 0, 0));
    }

    @Test
    void seesARailThatIsAwayAndBooksItsSeconds() {
        turns(2);
        int before = today(NAIRA).measured();
        stage.rail.goAway();
        turns(5);

        assertThat(line(NAIRA).standing().state()).isEqualTo(State.DOWN);
        assertThat(today(NAIRA).down()).isPositive();
        assertThat(today(NAIRA).measured()).isEqualTo(before + 5 * 11);
        assertThat(today("api").down()).isZero();

        stage.rail.comeBack();
        turns(2);
        assertThat(line(NAIRA).standing().state()).isEqualTo(State.OPERATIONAL);
        assertThat(incidents()).as("it was not long enough").isEmpty();
    }

    @Test
    void opensAnIncidentByItselfAndResolvesItWhenTheComponentIsBack() {
        turns(2);
        isAnswering = false;
        turns(28);
        assertThat(line("api").standing().state()).isEqualTo(State.DOWN);
        assertThat(incidents()).isEmpty();
        turn();

        assertThat(incidents()).singleElement().satisfies(incident -> {
            assertThat(incident.isOpen()).isTrue();
            assertThat(incident.title()).isEqualTo("API: down");
            assertThat(incident.components()).containsExactly("api");
            assertThat(incident.beganAt()).isEqualTo(line("api").standing().since());
        });
        turns(3);
        assertThat(incidents()).hasSize(1);

        isAnswering = true;
        turn();
        assertThat(incidents()).singleElement().satisfies(incident -> {
            assertThat(incident.isOpen()).isFalse();
            assertThat(incident.latest().text()).startsWith("It is back.");
        });
    }

    @Test
    void opensAnIncidentAtOnceWhereThatIsWanted() {
        step = step(Duration.ZERO);
        isAnswering = false;
        turn();

        assertThat(incidents()).hasSize(1);
    }

    @Test
    void leavesAnIncidentResolvedThatSomebodyResolved() {
        step = step(Duration.ZERO);
        isAnswering = false;
        turn();
        ours.run(tx -> stage.platform
                .bulletins()
                .update(tx, incidents().getFirst().id(), dev.offramp.bulletins.Stage.RESOLVED, "It is known."));
        turns(3);
        assertThat(incidents())
                .singleElement()
                .satisfies(incident -> assertThat(incident.isOpen()).isFalse());

        isAnswering = true;
        turn();
        isAnswering = false;
        turn();
        assertThat(incidents()).as("another time").hasSize(2);
    }

    @Test
    void opensNoneWhereSomebodyHasWrittenOne() {
        step = step(Duration.ZERO);
        turns(1);
        ours.run(tx ->
                health.open(tx, "Rail", List.of("api"), dev.offramp.bulletins.Stage.IDENTIFIED, "We look into it."));
        isAnswering = false;
        turns(3);
        isAnswering = true;
        turns(2);

        assertThat(incidents()).singleElement().satisfies(incident -> {
            assertThat(incident.title()).isEqualTo("Rail");
            assertThat(incident.isOpen()).as("people resolve what people write").isTrue();
        });
    }

    @Test
    void booksTheTimeInWhichTheDatabaseWasAwayAsDownOnceItIsBack() {
        turns(2);
        int before = today("api").measured();
        outage.begin();
        turns(40);
        Report meanwhile = health.board().report();
        assertThat(meanwhile.databaseAwaySince()).isPresent();
        assertThat(meanwhile.overall()).isEqualTo(State.DOWN);
        assertThat(meanwhile.components()).hasSize(7);

        outage.end();
        turn();

        Report after = health.board().report();
        assertThat(after.databaseAwaySince()).isEmpty();
        assertThat(after.overall()).isEqualTo(State.OPERATIONAL);
        assertThat(after.components()).allSatisfy(line -> {
            assertThat(line.days().getLast().down()).isEqualTo(40 * 11);
            assertThat(line.days().getLast().measured()).isEqualTo(before + 41 * 11);
        });
        assertThat(incidents()).singleElement().satisfies(incident -> {
            assertThat(incident.title()).isEqualTo("Database away");
            assertThat(incident.isOpen()).isFalse();
            assertThat(Duration.between(
                            incident.beganAt(), incident.resolvedAt().orElseThrow()))
                    .isEqualTo(Duration.ofSeconds(40 * 11));
        });
    }

    @Test
    void isMeasuredByOneOfSeveralProcesses() {
        Step other = step(FIVE_MINUTES);
        turns(2);
        int before = today("api").measured();
        for (int i = 0; i < 3; i++) {
            turn();
            other.runOnce();
        }

        assertThat(today("api").measured()).isEqualTo(before + 3 * 11);
    }

    @Test
    void knowsNothingOfATimeInWhichNobodyMeasured() {
        turns(2);
        int before = today("api").measured();
        stage.clock.advance(Duration.ofHours(1));
        turn();
        assertThat(today("api").measured()).isEqualTo(before);
        turn();
        assertThat(today("api").measured()).isEqualTo(before + 11);
    }

    @Test
    void remembersSinceWhenAcrossARestart() {
        turns(1);
        isAnswering = false;
        turns(1);
        var since = line("api").standing().since();
        stage.clock.advance(Duration.ofHours(1));
        step = step(FIVE_MINUTES);
        turn();

        assertThat(line("api").standing().since()).isEqualTo(since);
        assertThat(incidents()).hasSize(1);
    }

    @Test
    void saysWhetherTheDatabaseAnswers() {
        assertThat(health.pulse().answers()).isTrue();
        outage.begin();
        stage.clock.advance(Duration.ofSeconds(2));
        assertThat(health.pulse().answers()).isFalse();
    }

    @Test
    void forgetsDaysThatAreShownNoMore() {
        turns(3);
        stage.clock.advance(Duration.ofDays(Board.DAYS));
        health.expireStep().runOnce();
        assertThat(today("api").isMeasured()).isFalse();
        stage.clock.advance(Duration.ofDays(1));
        health.expireStep().runOnce();
        turn();
        assertThat(line("api").days()).noneMatch(Day::isMeasured);
    }
}
