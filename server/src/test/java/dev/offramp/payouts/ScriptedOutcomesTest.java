package dev.offramp.payouts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.ledger.AccountKind;
import dev.offramp.money.Fiat;
import dev.offramp.money.Money;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Each scripted outcome of the sandbox's rail, with the books at its end (decision 29).
class ScriptedOutcomesTest {

    private PayoutFixture fixture;

    @BeforeEach
    void open() {
        fixture = new PayoutFixture();
        fixture.credit(fixture.tenant, Fiat.NGN, "94221.52");
    }

    @AfterEach
    void close() {
        assertThat(fixture.audit()).isEmpty();
        assertThat(fixture.simulated.paid().getOrDefault(Fiat.NGN.asset(), ngn("0")))
                .as("what the rail says it paid is what the books say")
                .isEqualTo(fixture.balance(AccountKind.RAIL, Fiat.NGN));
        fixture.close();
    }

    @Test
    void paysTheAmountLessTheFee() {
        PayoutSnapshot payout = settledAt(PayoutFixture.PAYS);

        assertThat(payout.status()).isEqualTo(PayoutStatus.COMPLETED);
        assertThat(fixture.balance(AccountKind.RAIL, Fiat.NGN)).isEqualTo(ngn("94171.00"));
        assertThat(fixture.balance(AccountKind.FEES, Fiat.NGN)).isEqualTo(ngn("50.00"));
        assertThat(fixture.available()).isEqualTo(ngn("0.52"));
        assertThat(facts(payout)).containsExactly("PayoutPlaced 1", "PayoutProcessing 2", "PayoutCompleted 3");
    }

    @Test
    void givesBackWhatTheRailRejects() {
        PayoutSnapshot payout = settledAt("0123450001");

        assertThat(payout.status()).isEqualTo(PayoutStatus.REJECTED);
        assertThat(payout.reason()).contains("account cannot receive payments");
        assertNothingTaken();
        assertThat(facts(payout)).containsExactly("PayoutPlaced 1", "PayoutRejected 2");
    }

    @Test
    void givesBackWhatIsReversed() {
        PayoutSnapshot payout = settledAt("0123450002");

        assertThat(payout.status()).isEqualTo(PayoutStatus.REVERSED);
        assertThat(payout.reason()).contains("returned by the receiving bank");
        assertNothingTaken();
        assertThat(facts(payout)).containsExactly("PayoutPlaced 1", "PayoutProcessing 2", "PayoutReversed 3");
    }

    @Test
    void waitsForEverForWhatStaysProcessing() {
        PayoutSnapshot payout = settledAt("0123450003");
        fixture.run(Duration.ofMinutes(10));

        assertThat(fixture.find(payout).status()).isEqualTo(PayoutStatus.PROCESSING);
        assertThat(fixture.available()).isEqualTo(ngn("0.52"));
        assertThat(fixture.balance(AccountKind.RAIL, Fiat.NGN)).isEqualTo(ngn("0"));
        assertThat(facts(payout)).containsExactly("PayoutPlaced 1", "PayoutProcessing 2");
    }

    @Test
    void asksAboutWhatTimedOut() {
        PayoutSnapshot payout = fixture.placed(fixture.settlement("94221.00", "0123450004"));
        fixture.payouts.steps().forEach(PayoutFixture::drain);

        assertThat(fixture.find(payout).status()).isEqualTo(PayoutStatus.PROCESSING);

        fixture.run(Duration.ofSeconds(2));
        assertThat(fixture.find(payout).status()).isEqualTo(PayoutStatus.COMPLETED);
        assertThat(fixture.simulated.submissions(payout.reference())).isOne();
        assertThat(facts(payout)).containsExactly("PayoutPlaced 1", "PayoutProcessing 2", "PayoutCompleted 3");
    }

    @Test
    void cannotNameAnAccountEndingIn0009() {
        Bank bank = Banks.create().find("39").orElseThrow();

        assertThat(fixture.payouts.resolve(fixture.tenant.environment(), bank, "0123450009", Optional.empty()))
                .isEqualTo(new Payouts.Resolution.NotResolved());
        assertThat(fixture.payouts.resolve(fixture.tenant.environment(), bank, PayoutFixture.PAYS, Optional.empty()))
                .isInstanceOf(Payouts.Resolution.Resolved.class);
    }

    private void assertNothingTaken() {
        assertThat(fixture.available()).isEqualTo(ngn("94221.52"));
        assertThat(fixture.balance(AccountKind.RAIL, Fiat.NGN)).isEqualTo(ngn("0"));
        assertThat(fixture.balance(AccountKind.FEES, Fiat.NGN)).isEqualTo(ngn("0"));
    }

    private PayoutSnapshot settledAt(String accountNumber) {
        PayoutSnapshot payout = fixture.placed(fixture.settlement("94221.00", accountNumber));
        fixture.run(Duration.ofSeconds(3));
        return fixture.find(payout);
    }

    private List<String> facts(PayoutSnapshot payout) {
        return Optional.ofNullable(fixture.factsByPayout().get(payout.id())).orElseThrow();
    }

    private static Money ngn(String amount) {
        return Fiat.NGN.money(amount);
    }
}
