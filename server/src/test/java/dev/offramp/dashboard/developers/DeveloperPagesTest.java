package dev.offramp.dashboard.developers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.dashboard.TestBrowser;
import dev.offramp.dashboard.TestDashboard;
import dev.offramp.db.ObjectId;
import dev.offramp.people.Role;
import dev.offramp.requests.LoggedRequest;
import dev.offramp.tenancy.CredentialLimits;
import dev.offramp.tenancy.Environment;
import dev.offramp.tenancy.IssuedCredential;
import dev.offramp.tenancy.Tenant;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// Examples and the request log.
class DeveloperPagesTest {

    private static final TestDashboard DASHBOARD = new TestDashboard();
    private static final String QUICK_START = DASHBOARD.root() + "/developers/quick-start";
    private static final String REQUESTS = DASHBOARD.root() + "/developers/requests";
    private static final TestBrowser VIEWER = DASHBOARD.member(Role.VIEWER);

    @AfterAll
    static void close() {
        DASHBOARD.close();
    }

    @Test
    void showsAProgramInEachLanguageWithTheReadersOwnAppIdAndNoSecret() {
        TestBrowser other = DASHBOARD.member(DASHBOARD.integration("New"), Role.OWNER);
        assertThat(other.get(QUICK_START).status()).isEqualTo(404);
        IssuedCredential first = issue();
        IssuedCredential second = issue();

        String page = VIEWER.get(QUICK_START + "?credential=" + first.appId()).body();

        assertThat(page).contains(first.appId(), "http://localhost/v1").doesNotContain(second.appId());
        for (Language language : Language.values()) {
            assertThat(page).contains(">" + language.label() + "</h2>");
        }
        assertThat(page).contains("OFFRAMP_APP_SECRET").doesNotContain("sk_").doesNotContain("%URL%");
    }

    @Test
    void showsARequestByItsIdToItsBusinessAlone() {
        LoggedRequest failed = note(DASHBOARD.tenant(), "/trades/<b>x</b>", 422);
        LoggedRequest other =
                note(new Tenant(DASHBOARD.integration("Third").id(), Environment.DEVELOPMENT), "/trades/other", 200);
        while (DASHBOARD.platform.requests().writeStep().runOnce()) {
            assertThat(DASHBOARD.platform.requests().dropped()).isZero();
        }

        assertThat(VIEWER.get(REQUESTS).body())
                .contains(failed.id().value(), "422", "&lt;b&gt;x")
                .doesNotContain("<b>x")
                .doesNotContain(other.id().value());
        assertThat(VIEWER.get(REQUESTS + "?search=" + failed.id()).body())
                .contains(failed.id().value());
        assertThat(VIEWER.get(REQUESTS + "?status=2xx").body())
                .doesNotContain(failed.id().value());
        assertThat(VIEWER.get(REQUESTS + "/" + failed.id()).body()).contains("validation errors", "amount", "12 ms");
        assertThat(VIEWER.get(REQUESTS + "/" + other.id()).status()).isEqualTo(404);
        assertThat(VIEWER.get(REQUESTS + "/nothing").status()).isEqualTo(404);
    }

    private static IssuedCredential issue() {
        return DASHBOARD.platform.tenancy().issueCredential(DASHBOARD.business.id(), CredentialLimits.NONE);
    }

    private static LoggedRequest note(Tenant tenant, String path, int status) {
        ObjectId id = DASHBOARD.platform.ids().next();
        LoggedRequest request = new LoggedRequest(
                id,
                tenant,
                "app_1",
                "POST",
                "POST /trades/{id}",
                path,
                status,
                Duration.ofMillis(12),
                DASHBOARD.clock.instant(),
                "203.0.113.7",
                Optional.of("validation errors"),
                List.of("amount"));
        DASHBOARD.platform.requests().note(request);
        return request;
    }
}
