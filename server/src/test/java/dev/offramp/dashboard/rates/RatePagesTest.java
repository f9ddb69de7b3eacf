package dev.offramp.dashboard.rates;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.dashboard.Operators;
import dev.offramp.dashboard.TestBrowser;
import dev.offramp.dashboard.TestBrowser.Reply;
import dev.offramp.dashboard.TestDashboard;
import dev.offramp.money.Fiat;
import dev.offramp.money.Percent;
import dev.offramp.rates.RateBoard;
import dev.offramp.tenancy.Environment;
import dev.offramp.trail.Entry;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RatePagesTest {

    private static final String RATES = "/operator/rates";
    private static final String NAIRA = RATES + "/USD/NGN";

    private final TestDashboard dashboard = new TestDashboard();
    private final TestBrowser operator = Operators.signedIn(dashboard);

    @AfterEach
    void close() {
        dashboard.close();
    }

    @Test
    void showHowTheRateOfEveryPairStands() {
        String page = operator.get(RATES).body();

        assertThat(page)
                .contains(NAIRA, "USD GHS", "ETH USD", "Missing")
                .contains("data-label=\"Rate\" class=\"number\">1,605<", "fixed", "for ever");
        assertThat(Operators.statements(operator, RATES)).isLessThan(15);
    }

    @Test
    void setARateAndWithdrawIt() {
        assertThat(set("1600", "2").outcome()).isEqualTo("303 " + NAIRA);

        assertThat(board().mid(Fiat.NGN)).isPresent();
        Entry entry = Operators.lastEntry(dashboard);
        assertThat(entry.action()).isEqualTo("rate.set");
        assertThat(entry.subjectId()).isEqualTo("USD NGN");
        assertThat(entry.after().values()).containsEntry("rate", "1600");
        assertThat(operator.get(NAIRA).body()).contains("1,600", "In use", "for 2 hours", "manual");

        dashboard.clock.advance(Duration.ofMinutes(5));
        operator.post(NAIRA + "/withdraw");
        assertThat(board().mid(Fiat.NGN)).isEmpty();
        assertThat(Operators.lastEntry(dashboard).action()).isEqualTo("rate.removed");
        assertThat(operator.get(NAIRA).body()).contains("Withdrawn", "just now, by person");
        operator.post(NAIRA + "/withdraw");
        assertThat(operator.get(NAIRA).body()).contains("The pair had no rate in use.");
    }

    @Test
    void sayWhenARateEndsSoonAndWhenItIsOver() {
        set("1600", "1");
        dashboard.clock.advance(Duration.ofMinutes(31));
        assertThat(Operators.signedIn(dashboard).get(RATES).body()).contains("Ends soon", "for 29 minutes");

        dashboard.clock.advance(Duration.ofHours(1));
        assertThat(Operators.signedIn(dashboard).get(RATES).body()).contains("Expired");
    }

    @Test
    void refuseARateThatMayBeASlipUnlessItIsMeant() {
        set("1600", "2");

        Reply far = set("16", "2");
        assertThat(far.status()).isEqualTo(422);
        assertThat(far.body()).contains("more than a fifth away from the last rate, 1,600", "value=\"16\"");
        assertThat(operator.post(NAIRA + "/set", "rate", "16", "hours", "2", "force", "on")
                        .status())
                .isEqualTo(303);

        Reply odd = set("0.0001", "2");
        assertThat(odd.body()).contains("A rate of USD NGN is between");
        Reply wrong = set("much", "1000");
        assertThat(wrong.body()).contains("Rate must be a number", "Hours it holds must be 1 to 744.");
    }

    @Test
    void setASpread() {
        operator.post(RATES + "/spread", "environment", "production", "currency", "GHS", "spread", "1.25");

        Percent spread = dashboard.db.transact(tx ->
                dashboard.platform.rates().spreads(tx, Environment.PRODUCTION).get(Fiat.GHS));
        assertThat(spread.value()).isEqualByComparingTo("1.25");
        assertThat(Operators.lastEntry(dashboard).after().values()).containsEntry("percent", "1.25");
        assertThat(operator.get(RATES).body()).contains("GHS 1.25 %");

        Reply much = operator.post(RATES + "/spread", "environment", "production", "currency", "GHS", "spread", "21");
        assertThat(much.status()).isEqualTo(422);
        assertThat(much.body()).contains("A spread is 0 to 20 percent", "value=\"21\"");
    }

    @Test
    void knowNoPairThatIsNone() {
        assertThat(operator.get(RATES + "/ETH/NGN").status()).isEqualTo(404);
        assertThat(operator.get(RATES + "/usd/ngn").status()).isEqualTo(404);
        assertThat(operator.get(RATES + "/NOCOIN/USD").status()).isEqualTo(404);
    }

    private Reply set(String rate, String hours) {
        return operator.post(NAIRA + "/set", "rate", rate, "hours", hours);
    }

    private RateBoard board() {
        return dashboard.db.transact(tx -> dashboard.platform.rates().board(tx, Environment.PRODUCTION));
    }
}
