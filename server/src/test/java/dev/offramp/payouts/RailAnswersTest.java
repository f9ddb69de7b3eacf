package dev.offramp.payouts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.offramp.db.CommitPoints;
import dev.offramp.db.Database;
import dev.offramp.destinations.BankColumns;
import dev.offramp.ledger.AccountKind;
import dev.offramp.money.Fiat;
import dev.offramp.money.Money;
import dev.offramp.payouts.UnreliableRail.Fault;
import dev.offramp.secrets.TestServerKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What happens when a rail answers late, twice, never or nonsense, and when several workers share the work.
class RailAnswersTest {

    private PayoutFixture fixture;
    private UnreliableRail rail;

    @BeforeEach
    void open() {
        fixture = new PayoutFixture(CommitPoints.NONE, UnreliableRail::new);
        rail = (UnreliableRail) fixture.rail;
        fixture.credit(fixture.tenant, Fiat.NGN, "10000.00");
    }

    @AfterEach
    void close() {
        assertThat(fixture.audit()).isEmpty();
        fixture.close();
    }

    @Test
    void paysOnceWhenTheAnswerToASubmissionIsLost() {
        rail.next(Fault.LOST_ANSWER);
        PayoutSnapshot payout = settled();

        assertPaidOnce(payout);
        assertThat(fixture.simulated.submissions(payout.reference())).isOne();
    }

    @Test
    void sendsTheSameReferenceAgainWhenTheRailNeverHeardOfIt() {
        rail.next(Fault.LOST_REQUEST);
        PayoutSnapshot payout = settled();

        assertPaidOnce(payout);
        assertThat(fixture.simulated.submissions(payout.reference())).isOne();
        assertThat(fixture.factsByPayout().get(payout.id()))
                .containsExactly("PayoutPlaced 1", "PayoutProcessing 2", "PayoutCompleted 3");
    }

    @Test
    void keepsAskingWithGrowingGapsWhileTheRailIsAway() {
        rail.next(Fault.LOST_ANSWER, Fault.LOST_REQUEST, Fault.EMPTY_ANSWER, Fault.LOST_ANSWER);
        PayoutSnapshot payout = fixture.placed(fixture.settlement("1000.00", PayoutFixture.PAYS));

        // Asked after 1, 3, 7 and 15 seconds.
        fixture.run(Duration.ofSeconds(14));
        assertThat(fixture.find(payout).status()).isEqualTo(PayoutStatus.PROCESSING);

        fixture.run(Duration.ofSeconds(1));
        assertPaidOnce(payout);
    }

    @Test
    void paysOnceWhenASubmissionIsCarriedOutTwice() {
        rail.next(Fault.DOUBLED);
        PayoutSnapshot payout = settled();

        assertPaidOnce(payout);
        assertThat(fixture.simulated.submissions(payout.reference())).isEqualTo(2);
    }

    @Test
    void recoversFromABugInTheAdapterByAsking() {
        rail.next(Fault.BUG);
        PayoutSnapshot payout = fixture.placed(fixture.settlement("1000.00", PayoutFixture.PAYS));
        assertThatThrownBy(() -> fixture.run(Duration.ZERO)).hasMessage("bug in the adapter");
        assertThat(fixture.find(payout).status()).isEqualTo(PayoutStatus.PENDING);

        fixture.run(SubmitStep.LEASE.plusSeconds(5));

        assertPaidOnce(payout);
        assertThat(fixture.simulated.submissions(payout.reference())).isOne();
    }

    @Test
    void changesNothingByAnswersThatContradictTheEnd() {
        PayoutSnapshot payout = settled();

        take(payout, new Rail.Standing.Failed("late failure"));
        take(payout, new Rail.Submission.Rejected("late rejection"));
        take(payout, new Rail.Standing.Paid());

        assertPaidOnce(payout);
    }

    @Test
    void givesNothingBackTwice() {
        PayoutSnapshot payout = fixture.placed(fixture.settlement("1000.00", "0123450002"));
        fixture.run(Duration.ofSeconds(3));

        take(payout, new Rail.Standing.Reversed("once more"));
        take(payout, new Rail.Standing.Paid());

        assertThat(fixture.find(payout).reason()).contains("returned by the receiving bank");
        assertThat(fixture.available()).isEqualTo(ngn("10000.00"));
    }

    @Test
    void givesBackAmountAndFeeWhenAPaidPayoutIsTakenBack() {
        PayoutSnapshot payout = settled();

        PayoutSnapshot reversed =
                fixture.payouts.takeBack(payout.id(), "recalled").orElseThrow();
        fixture.payouts.takeBack(payout.id(), "recalled twice");

        assertThat(reversed.status()).isEqualTo(PayoutStatus.REVERSED);
        assertThat(fixture.find(payout).reason()).contains("recalled");
        assertThat(fixture.available()).isEqualTo(ngn("10000.00"));
        assertThat(fixture.balance(AccountKind.RAIL, Fiat.NGN)).isEqualTo(ngn("0"));
        assertThat(fixture.balance(AccountKind.FEES, Fiat.NGN)).isEqualTo(ngn("0"));
        assertThat(fixture.factsByPayout().get(payout.id())).endsWith("PayoutCompleted 3", "PayoutReversed 4");
    }

    @Test
    void paysOnceWhenAWorkerOversleepsItsLeaseInTheMiddleOfACall() {
        rail.meanwhile(() -> {
            fixture.clock.advance(SubmitStep.LEASE.plusSeconds(1));
            fixture.run(Duration.ofSeconds(4));
        });
        PayoutSnapshot payout = settled();

        assertPaidOnce(payout);
        assertThat(fixture.simulated.submissions(payout.reference())).isEqualTo(2);
        assertThat(fixture.factsByPayout().get(payout.id()))
                .containsExactly("PayoutPlaced 1", "PayoutProcessing 2", "PayoutCompleted 3");
    }

    @Test
    void neverSendsAgainWhatTheRailHasAcknowledged() {
        PayoutSnapshot payout = fixture.placed(fixture.settlement("1000.00", "0123450003"));
        fixture.run(Duration.ofSeconds(2));
        fixture.db.run(tx -> tx.sql().execute("DELETE FROM simulated_rail_payout"));

        fixture.run(Duration.ofMinutes(2));

        assertThat(fixture.find(payout).status()).isEqualTo(PayoutStatus.PROCESSING);
        assertThat(fixture.simulated.submissions(payout.reference())).isZero();
    }

    @Test
    void sharesTheWorkBetweenTwoProcessesWithoutPayingTwice() throws Exception {
        fixture.credit(fixture.tenant, Fiat.NGN, "1000000.00");
        List<PayoutSnapshot> placed = new ArrayList<>();
        for (int i = 0; i < 600; i++) {
            placed.add(fixture.placed(fixture.settlement("1000.00", PayoutFixture.PAYS)));
        }
        try (Database second = Database.open(fixture.test.address(), 4)) {
            Payouts other = fixture.started(second);
            for (int round = 0; round < 3; round++) {
                inParallel(
                        () -> fixture.payouts.steps().forEach(PayoutFixture::drain),
                        () -> other.steps().forEach(PayoutFixture::drain));
                fixture.clock.advance(Duration.ofSeconds(1));
            }
        }

        assertThat(fixture.balance(AccountKind.RAIL, Fiat.NGN)).isEqualTo(ngn("570000.00"));
        assertThat(fixture.simulated.paid()).containsEntry(Fiat.NGN.asset(), ngn("570000.00"));
        assertThat(fixture.factsByPayout().values())
                .hasSize(600)
                .allMatch(List.of("PayoutPlaced 1", "PayoutProcessing 2", "PayoutCompleted 3")::equals);
        assertThat(placed).allMatch(payout -> fixture.simulated.submissions(payout.reference()) == 1);
    }

    private static void inParallel(Runnable one, Runnable two) throws Exception {
        CyclicBarrier start = new CyclicBarrier(2);
        List<Throwable> failures = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        for (Runnable work : List.of(one, two)) {
            threads.add(Thread.ofVirtual().start(() -> {
                try {
                    start.await();
                    work.run();
                } catch (Exception e) {
                    synchronized (failures) {
                        failures.add(e);
                    }
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(failures).isEmpty();
    }

    private PayoutSnapshot settled() {
        PayoutSnapshot payout = fixture.placed(fixture.settlement("1000.00", PayoutFixture.PAYS));
        fixture.run(Duration.ofSeconds(4));
        return fixture.find(payout);
    }

    private void take(PayoutSnapshot payout, Rail.Answer answer) {
        RailAnswers answers = new RailAnswers(
                fixture.clock, fixture.ledger, fixture.facts, new PayoutStore(new BankColumns(TestServerKey.create())));
        fixture.db.run(tx -> answers.take(tx, List.of(payout.id()), Map.of(payout.id(), answer)));
    }

    private void assertPaidOnce(PayoutSnapshot payout) {
        assertThat(fixture.find(payout).status()).isEqualTo(PayoutStatus.COMPLETED);
        assertThat(fixture.simulated.paid()).containsEntry(Fiat.NGN.asset(), ngn("950.00"));
        assertThat(fixture.balance(AccountKind.RAIL, Fiat.NGN)).isEqualTo(ngn("950.00"));
        assertThat(fixture.balance(AccountKind.FEES, Fiat.NGN)).isEqualTo(ngn("50.00"));
        assertThat(fixture.available()).isEqualTo(ngn("9000.00"));
    }

    private static Money ngn(String amount) {
        return Fiat.NGN.money(amount);
    }
}
