package dev.offramp.payouts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.db.CommitPoints;
import dev.offramp.ledger.AccountKind;
import dev.offramp.money.Fiat;
import dev.offramp.money.Money;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Dies at every commit there is on a payout's way, before it and after it, and starts again.
class PayoutCrashTest {

    /// One account number for each way a payout can go.
    private static final Map<String, PayoutStatus> ENDS = Map.of(
            "0123456789", PayoutStatus.COMPLETED,
            "0123450001", PayoutStatus.REJECTED,
            "0123450002", PayoutStatus.REVERSED,
            "0123450003", PayoutStatus.PROCESSING,
            "0123450004", PayoutStatus.COMPLETED);

    private static final class Crash extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /// Crashes at the `n`th commit point from now; counts them all.
    private static final class Fuse implements CommitPoints {
        private int passed;
        private int at = Integer.MAX_VALUE;

        void light(int n) {
            passed = 0;
            at = n;
        }

        int putOut() {
            at = Integer.MAX_VALUE;
            return passed;
        }

        @Override
        public void beforeCommit() {
            pass();
        }

        @Override
        public void afterCommit() {
            pass();
        }

        private void pass() {
            if (++passed == at) {
                throw new Crash();
            }
        }
    }

    @Test
    void paysOnceWhereverItCrashes() {
        Fuse fuse = new Fuse();
        try (PayoutFixture fixture = new PayoutFixture(fuse, rail -> rail)) {
            int points = pointsOfACleanRun(fixture, fuse);
            assertThat(points).isGreaterThan(20);

            Set<PayoutId> seen = new HashSet<>();
            for (int point = 1; point <= points; point++) {
                List<PayoutSnapshot> placed = place(fixture);
                fuse.light(point);
                runUntilCrash(fixture);
                fuse.putOut();
                fixture.payouts = fixture.started(fixture.db);
                fixture.run(SubmitStep.LEASE.plusSeconds(8));

                assertEnded(fixture, placed, point);
                placed.forEach(payout -> seen.add(payout.id()));
                assertBooksAgree(fixture, point);
            }
            assertFactsAreWhole(fixture, seen);
        }
    }

    private static int pointsOfACleanRun(PayoutFixture fixture, Fuse fuse) {
        place(fixture);
        fuse.light(Integer.MAX_VALUE);
        fixture.run(Duration.ofSeconds(3));
        return fuse.putOut();
    }

    private static List<PayoutSnapshot> place(PayoutFixture fixture) {
        fixture.credit(fixture.tenant, Fiat.NGN, "5000.00");
        List<PayoutSnapshot> placed = new ArrayList<>();
        for (String accountNumber : ENDS.keySet().stream().sorted().toList()) {
            placed.add(fixture.placed(fixture.settlement("1000.00", accountNumber)));
        }
        return placed;
    }

    private static void runUntilCrash(PayoutFixture fixture) {
        try {
            fixture.run(Duration.ofSeconds(3));
        } catch (Crash expected) {
            assertThat(expected).isNotNull();
        }
    }

    private static void assertEnded(PayoutFixture fixture, List<PayoutSnapshot> placed, int point) {
        for (PayoutSnapshot payout : placed) {
            assertThat(fixture.find(payout).status())
                    .as("crash at commit point %s", point)
                    .isEqualTo(ENDS.get(payout.account().accountNumber()));
            assertThat(fixture.simulated.submissions(payout.reference())).isOne();
        }
    }

    private static void assertBooksAgree(PayoutFixture fixture, int point) {
        assertThat(fixture.audit()).as("crash at commit point %s", point).isEmpty();
        Money paid = fixture.simulated.paid().get(Fiat.NGN.asset());
        assertThat(fixture.balance(AccountKind.RAIL, Fiat.NGN))
                .as("crash at commit point %s", point)
                .isEqualTo(paid);
    }

    private static void assertFactsAreWhole(PayoutFixture fixture, Set<PayoutId> payouts) {
        Map<PayoutId, List<String>> facts = fixture.factsByPayout();
        assertThat(facts.keySet()).containsAll(payouts);
        for (List<String> history : facts.values()) {
            assertThat(history).first().isEqualTo("PayoutPlaced 1");
            for (int i = 0; i < history.size(); i++) {
                assertThat(history.get(i)).endsWith(" " + (i + 1));
            }
        }
    }
}
