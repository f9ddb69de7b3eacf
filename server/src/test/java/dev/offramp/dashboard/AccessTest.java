package dev.offramp.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.dashboard.TestBrowser.Reply;
import dev.offramp.people.Role;
import dev.offramp.tenancy.Integration;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// Who may come to which page.
class AccessTest {

    private static final TestDashboard DASHBOARD = new TestDashboard(TestPages::all);
    private static final String ROOT = DASHBOARD.root();

    @AfterAll
    static void close() {
        DASHBOARD.close();
    }

    @Test
    void sendsStrangersToTheSignInPageAndBack() {
        TestBrowser stranger = DASHBOARD.stranger();

        assertThat(stranger.get(ROOT + "/things/a?page=2").outcome())
                .isEqualTo("303 /sign-in?next=" + ROOT.replace("/", "%2F") + "%2Fthings%2Fa%3Fpage%3D2");
        assertThat(stranger.get("/operator").outcome()).isEqualTo("303 /sign-in?next=%2Foperator");
        Reply fragment = stranger.send("GET", ROOT + "/things/a", "", Map.of("HX-Request", "true"));
        assertThat(fragment.status()).isEqualTo(401);
        assertThat(fragment.header("HX-Redirect")).isEqualTo("/sign-in");
    }

    @Test
    void showsTheSamePageForWhatIsNotThereAndForWhatIsSomebodyElses() {
        Integration other = DASHBOARD.integration("Other");
        TestBrowser member = DASHBOARD.member(Role.OWNER);
        String unknown = member.get("/b/B-NOBODY/development").body();

        assertThat(member.get(DASHBOARD.root(other)).status()).isEqualTo(404);
        assertThat(member.get(DASHBOARD.root(other)).body().replace(DASHBOARD.root(other), ""))
                .isEqualTo(unknown.replace("/b/B-NOBODY/development", ""));
        assertThat(member.get(ROOT.replace("development", "sandbox")).status()).isEqualTo(404);
        assertThat(member.get("/operator").status()).isEqualTo(404);
    }

    @Test
    void letsRolesDoWhatTheyMayAndTellsThemWhatTheyMayNot() {
        assertThat(DASHBOARD.member(Role.FINANCE).get(ROOT + "/money").status()).isEqualTo(200);
        Reply refused = DASHBOARD.member(Role.VIEWER).get(ROOT + "/money");

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.body()).contains("As viewer of Shop you may not do this");
    }

    @Test
    void opensProductionToSafeSignInsOfApprovedBusinessesAlone() {
        TestBrowser owner = DASHBOARD.member(Role.OWNER);
        Reply closed = owner.get(ROOT.replace("development", "production"));

        assertThat(closed.status()).isEqualTo(403);
        assertThat(closed.body()).contains("Production is closed", "Add an authenticator app or a passkey");
        DASHBOARD.platform.tenancy().suspendProduction(DASHBOARD.business.id());
        assertThat(owner.get(ROOT.replace("development", "production")).body())
                .contains("when an operator has approved it");
        DASHBOARD.platform.tenancy().approveProduction(DASHBOARD.business.id());
    }

    @Test
    void asksOperatorsForASafeSignInWhereMoneyIsReal() {
        assertThat(DASHBOARD.operator().get("/operator").body()).contains("Add an authenticator app or a passkey");
    }

    @Test
    void asksForAFreshSignInAndGoesOnWhereOneWas() {
        TestBrowser owner = DASHBOARD.member(Role.OWNER);
        assertThat(owner.get(ROOT + "/fresh").status()).isEqualTo(200);
        DASHBOARD.clock.advance(Duration.ofMinutes(11));

        Reply asked = owner.get(ROOT + "/fresh");
        assertThat(asked.location()).startsWith("/confirm?next=");
        assertThat(owner.get(asked.location()).body()).contains("value=\"" + ROOT + "/fresh\"");
        Reply confirmed = owner.post("/confirm", "password", TestDashboard.PASSWORD, "next", ROOT + "/fresh");

        assertThat(confirmed.outcome()).isEqualTo("303 " + ROOT + "/fresh");
        assertThat(owner.get(ROOT + "/fresh").status()).isEqualTo(200);
    }

    @Test
    void carriesAHalfFinishedFormThroughAFreshSignInWithoutItsSecrets() {
        TestBrowser owner = DASHBOARD.member(Role.OWNER);
        DASHBOARD.clock.advance(Duration.ofMinutes(11));

        Reply asked = owner.post(ROOT + "/money", "label", "R&D", "amount", "12.50", "pin", "471147");
        assertThat(asked.body())
                .contains("name=\"carried-action\" value=\"" + ROOT + "/money\"")
                .contains(
                        "name=\"carried-value-label\" value=\"R&amp;D\"",
                        "name=\"carried-value-amount\" value=\"12.50\"")
                .doesNotContain("471147");
        Reply wrong = owner.post(
                "/confirm", "password", "no", "carried-action", ROOT + "/money", "carried-value-label", "R&D");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("That is not your password.", "value=\"R&amp;D\"");

        Reply confirmed = owner.post(
                "/confirm",
                "password",
                TestDashboard.PASSWORD,
                "carried-action",
                ROOT + "/money",
                "carried-value-label",
                "R&D");
        assertThat(confirmed.status()).isEqualTo(200);
        assertThat(confirmed.body())
                .contains("action=\"" + ROOT + "/money\"", "name=\"label\" value=\"R&amp;D\"")
                .contains("name=\"token\" value=\"" + owner.token() + "\"");
    }

    @Test
    void offersInTheMenuWhatARoleMayOpen() {
        assertThat(DASHBOARD.member(Role.VIEWER).get(ROOT).body()).contains(">Overview</a>");
        assertThat(DASHBOARD.member(Role.VIEWER).get("/me").body()).doesNotContain(">Overview</a>");
    }
}
