package dev.offramp.withdrawals;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.assets.TokenNetwork;
import dev.offramp.chains.Address;
import dev.offramp.db.CommitPoints;
import dev.offramp.ledger.AccountKind;
import dev.offramp.money.Money;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Dies at every commit there is on a withdrawal's way, ours and the chain's, before it and after it, and starts again.
class WithdrawalCrashTest {

    private static final Address REFUSED = new Address("0x2222222222222222222222222222222222222222");
    private static final int OF_EACH = 20;

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
    void sendsOnceWhereverItCrashes() {
        Fuse fuse = new Fuse();
        try (WithdrawalFixture fixture = new WithdrawalFixture(fuse)) {
            fixture.ethereum.objectedTo.add(REFUSED);
            int points = pointsOfACleanRun(fixture, fuse);
            assertThat(points).isGreaterThan(30);

            for (int point = 1; point <= points; point++) {
                List<WithdrawalSnapshot> placed = place(fixture);
                fuse.light(point);
                runUntilCrash(fixture);
                fuse.putOut();
                fixture.withdrawals = fixture.started(fixture.db, CoinSenders.of(List.of(fixture.ethereum)));
                fixture.clock.advance(SendStep.LEASE);
                fixture.run(Duration.ofSeconds(60));

                assertEnded(fixture, placed, point);
                assertBooksAgree(fixture, (point + 1) * OF_EACH, point);
            }
            assertFactsAreWhole(fixture);
            // Every withdrawal got its nonce, and blocks used every one of them up, fillers included.
            assertThat(fixture.ethereum.nonce()).isEqualTo(3L * (points + 1));
        }
    }

    private static int pointsOfACleanRun(WithdrawalFixture fixture, Fuse fuse) {
        place(fixture);
        fuse.light(Integer.MAX_VALUE);
        fixture.run(Duration.ofSeconds(12));
        return fuse.putOut();
    }

    private static List<WithdrawalSnapshot> place(WithdrawalFixture fixture) {
        fixture.credit("100.00");
        fixture.clock.advance(Duration.ofSeconds(61));
        return List.of(
                fixture.placed(fixture.wish(OF_EACH + ".00", REFUSED.value())),
                fixture.placed(fixture.wish(OF_EACH + ".00", WithdrawalFixture.PAYEE)),
                fixture.placed(fixture.wish(OF_EACH + ".00", WithdrawalFixture.DEAD)));
    }

    private static void runUntilCrash(WithdrawalFixture fixture) {
        try {
            fixture.run(Duration.ofSeconds(12));
        } catch (Crash expected) {
            assertThat(expected).isNotNull();
        }
    }

    private static void assertEnded(WithdrawalFixture fixture, List<WithdrawalSnapshot> placed, int point) {
        assertThat(placed.stream().map(each -> fixture.find(each).status()))
                .as("crash at commit point %s", point)
                .containsExactly(WithdrawalStatus.REJECTED, WithdrawalStatus.COMPLETED, WithdrawalStatus.REVERSED);
    }

    private static void assertBooksAgree(WithdrawalFixture fixture, int dollars, int point) {
        BigInteger units = BigInteger.valueOf(dollars).multiply(BigInteger.valueOf(1_000_000));
        assertThat(fixture.audit()).as("crash at commit point %s", point).isEmpty();
        assertThat(fixture.sent()).as("crash at commit point %s", point).isEqualTo(units);
        assertThat(fixture.balance(AccountKind.CUSTODY, WithdrawalFixture.USDT))
                .as("crash at commit point %s", point)
                .isEqualTo(new Money(WithdrawalFixture.USDT, units));
        BigInteger gas = fixture.db.transact(tx -> fixture.chains.gas(tx, TokenNetwork.ERC20.network()));
        assertThat(fixture.balance(AccountKind.CUSTODY, WithdrawalFixture.ETH))
                .as("crash at commit point %s", point)
                .isEqualTo(new Money(WithdrawalFixture.ETH, gas));
    }

    private static void assertFactsAreWhole(WithdrawalFixture fixture) {
        Map<WithdrawalId, List<String>> facts = fixture.factsByWithdrawal();
        for (List<String> history : facts.values()) {
            assertThat(history).first().isEqualTo("WithdrawalPlaced 1");
            for (int i = 0; i < history.size(); i++) {
                assertThat(history.get(i)).endsWith(" " + (i + 1));
            }
        }
    }
}
