package dev.offramp.dashboard.overview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.dashboard.Chains;
import dev.offramp.dashboard.TestBrowser;
import dev.offramp.dashboard.TestDashboard;
import dev.offramp.db.CountedStatements;
import dev.offramp.people.Role;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What the first page says of a business's last days.
class ActivityTest {

    private final TestDashboard dashboard = new TestDashboard();
    private final Chains chains = new Chains(dashboard);
    private final String path = dashboard.root();

    @AfterEach
    void close() {
        dashboard.close();
    }

    @Test
    void comesToWhatHappenedAndAsksNothingRowByRow() {
        TestBrowser viewer = dashboard.member(Role.VIEWER);
        chains.deposit(chains.wallet(dashboard.tenant(), "first"), "59");
        chains.blocks(6);
        int statements = statements(viewer);

        for (int i = 0; i < 9; i++) {
            chains.deposit(chains.wallet(dashboard.tenant(), "customer " + i), "100");
        }
        chains.deposit(chains.wallet(dashboard.tenant(), "poor"), "20");
        chains.deposit(chains.settlingWallet(dashboard.tenant(), "settles", "0123456789"), "59");
        chains.blocks(8);

        assertThat(statements(viewer)).isEqualTo(statements);
        assertThat(viewer.get(path).body())
                .contains("1,018.00 <span class=\"unit\">USD", "94,221.00 <span class=\"unit\">NGN")
                .contains("8,219.46 <span class=\"unit\">NGN", "Credited per day")
                .contains(count("Credited", "/transactions?state=completed", 11))
                .contains(count("Held back", "/transactions?state=flagged", 1))
                .contains(count("Confirming", "/transactions?state=pending", 0))
                .contains(count("Completed", "/withdrawals?status=completed", 1));
    }

    @Test
    void forgetsWhatIsLongerAgoThanAMonth() {
        chains.deposit(chains.wallet(dashboard.tenant(), "long ago"), "59");
        chains.blocks(6);
        dashboard.clock.advance(Duration.ofDays(31));

        assertThat(dashboard.member(Role.VIEWER).get(path).body())
                .doesNotContain("Credited per day")
                .contains(count("Credited", "/transactions?state=completed", 1));
    }

    private String count(String words, String list, int number) {
        return "<dt>%s</dt><dd><a href=\"%s\">%d</a></dd>".formatted(words, path + list, number);
    }

    private int statements(TestBrowser browser) {
        return CountedStatements.during(
                        () -> assertThat(browser.get(path).status()).isEqualTo(200))
                .size();
    }
}
