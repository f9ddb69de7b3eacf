package dev.offramp.dashboard.overview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.dashboard.TestDashboard;
import dev.offramp.people.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class ShowOverviewTest {

    private static final TestDashboard DASHBOARD = new TestDashboard();

    @AfterAll
    static void close() {
        DASHBOARD.close();
    }

    @Test
    void showsBalancesAndTheLatestTransactionsWithWhatTheyAreWorth() {
        String empty = DASHBOARD.member(Role.VIEWER).get(DASHBOARD.root()).body();
        assertThat(empty)
                .contains("Nothing has come in yet", "<p class=\"value\">0.00 <span class=\"unit\">NGN</span>");

        DASHBOARD.deposit("<b>ada</b>", "59");
        String waiting = DASHBOARD.member(Role.VIEWER).get(DASHBOARD.root()).body();
        assertThat(waiting)
                .contains("&lt;b&gt;ada&lt;/b&gt;", "59&nbsp;<span class=\"unit\">USDC</span>", "Confirming", "not yet")
                .contains("<time datetime=\"");

        DASHBOARD.settle();
        String credited = DASHBOARD.member(Role.VIEWER).get(DASHBOARD.root()).body();
        assertThat(credited)
                .contains("Credited</span>", "<p class=\"value\">94,221.52 <span class=\"unit\">NGN</span>");
    }
}
