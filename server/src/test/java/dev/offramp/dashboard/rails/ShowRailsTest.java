package dev.offramp.dashboard.rails;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.dashboard.Operators;
import dev.offramp.dashboard.TestBrowser;
import dev.offramp.dashboard.TestDashboard;
import dev.offramp.destinations.BankAccount;
import dev.offramp.destinations.Destination;
import dev.offramp.money.Fiat;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ShowRailsTest {

    private static final String RAILS = "/operator/rails";

    private final TestDashboard dashboard = new TestDashboard();
    private final TestBrowser operator = Operators.signedIn(dashboard);

    @AfterEach
    void close() {
        dashboard.close();
    }

    @Test
    void showsEveryRailServedOrNot() {
        assertThat(operator.get(RAILS).body())
                .contains("NGN, production", "GHS, development", "No rail", "Not called yet");
        assertThat(Operators.statements(operator, RAILS)).isLessThan(12);
    }

    @Test
    void countsPayoutsAndNamesNoAccount() {
        BankAccount stuck = new BankAccount("25", "OPay", "0123450003", "ADA OBI", Fiat.NGN, Optional.empty());
        dashboard.db.run(tx ->
                dashboard.platform.destinations().setBusinessWide(tx, dashboard.tenant(), new Destination.Bank(stuck)));
        dashboard.deposit("ada", "59");
        dashboard.settle();

        String page = operator.get(RAILS).body();

        assertThat(page)
                .contains("Answers")
                .containsPattern("Acknowledged, under way</dt><dd>\\s*1\\s*</dd>")
                .doesNotContain("0123450003", "ADA OBI");
    }
}
