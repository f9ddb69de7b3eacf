package dev.offramp.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.dashboard.TestBrowser.Reply;
import dev.offramp.people.Email;
import dev.offramp.people.Role;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Forms that are sent when the session they were opened in is over, or has another token.
class CarriedFormsTest {

    private static final Map<String, String> FRAGMENT = Map.of("Sec-Fetch-Site", "same-origin", "HX-Request", "true");

    private final TestDashboard dashboard = new TestDashboard(TestPages::all);
    private final String money = dashboard.root() + "/money";
    private final Email email = dashboard.person(dashboard.business, Role.OWNER);
    private final TestBrowser owner = dashboard.stranger();

    CarriedFormsTest() {
        owner.signIn(email);
    }

    @AfterEach
    void close() {
        dashboard.close();
    }

    private void letTheSessionEnd() {
        dashboard.clock.advance(Duration.ofDays(8));
    }

    private Reply signIn() {
        return owner.post(
                "/sign-in",
                "email",
                email.text(),
                "password",
                TestDashboard.PASSWORD,
                "carried-action",
                money,
                "carried-value-label",
                "R&D");
    }

    @Test
    void comeThroughSigningInWithoutTheirSecrets() {
        letTheSessionEnd();

        Reply asked = owner.post(money, "label", "R&D", "amount", "12.50", "pin", "471147");

        assertThat(asked.body())
                .contains("<h1>Sign in</h1>", "Your sign-in is over.")
                .contains("name=\"carried-action\" value=\"" + money + "\"", "value=\"R&amp;D\"")
                .doesNotContain("471147");
        assertThat(owner.cookie("offramp")).isEmpty();
        assertThat(signIn().body())
                .contains("action=\"" + money + "\"", "name=\"label\" value=\"R&amp;D\"")
                .contains("name=\"token\" value=\"" + owner.token() + "\"");
        assertThat(owner.get(dashboard.root()).status()).isEqualTo(200);
    }

    @Test
    void comeThroughTheSecondFactorToo() {
        TestApp app = owner.enrolApp();
        letTheSessionEnd();
        owner.post(money, "label", "R&D");

        Reply second = signIn();
        Reply wrong =
                owner.post("/sign-in/code", "code", "000000", "carried-action", money, "carried-value-label", "R&D");
        Reply right =
                owner.post("/sign-in/code", "code", app.code(), "carried-action", money, "carried-value-label", "R&D");

        assertThat(second.body())
                .contains("<h1>Second factor</h1>", "name=\"carried-value-label\" value=\"R&amp;D\"")
                .contains("name=\"token\" value=\"" + FormToken.of(stepOf(second)) + "\"");
        assertThat(wrong.body()).contains("That code is not right", "value=\"R&amp;D\"");
        assertThat(right.body()).contains("action=\"" + money + "\"", "name=\"label\" value=\"R&amp;D\"");
    }

    private static String stepOf(Reply reply) {
        return reply.all("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith("offramp-step="))
                .map(cookie -> cookie.split("[=;]")[1])
                .findFirst()
                .orElseThrow();
    }

    @Test
    void areNotLeftWhileSomebodyTypes() {
        letTheSessionEnd();

        Reply kept = owner.sendForm(money, FRAGMENT, "token", owner.token(), "label", "R&D");

        assertThat(kept.status()).isEqualTo(200);
        assertThat(kept.header("HX-Redirect")).isEmpty();
        assertThat(kept.body()).contains("Not kept").doesNotContain("<html");
    }

    @Test
    void canBeSentAgainFromATabThatIsOlderThanTheSession() {
        String before = owner.token();
        owner.post("/confirm", "password", TestDashboard.PASSWORD);

        Reply stale = owner.sendForm(
                money,
                Map.of("Sec-Fetch-Site", "same-origin"),
                "token",
                before,
                "label",
                "R&D",
                "amount",
                "12.50",
                "pin",
                "471147");
        Reply typing = owner.sendForm(money, FRAGMENT, "token", before, "label", "R&D");

        assertThat(stale.status()).isEqualTo(403);
        assertThat(stale.body())
                .contains("Send it now", "action=\"" + money + "\"", "name=\"label\" value=\"R&amp;D\"")
                .contains("name=\"token\" value=\"" + owner.token() + "\"")
                .doesNotContain("471147", before);
        assertThat(typing.body()).contains("Not kept").doesNotContain("<html");
    }

    @Test
    void areNotCarriedForOtherSites() {
        letTheSessionEnd();

        Reply forged = owner.sendForm(money, Map.of("Sec-Fetch-Site", "cross-site"), "label", "R&D");

        assertThat(forged.status()).isEqualTo(403);
        assertThat(forged.body()).doesNotContain("R&amp;D");
    }

    @Test
    void areNothingToCarryWhereNothingIsFilledIn() {
        letTheSessionEnd();

        assertThat(owner.post("/sign-out").outcome()).isEqualTo("303 /sign-in");
    }

    @Test
    void leaveASessionToEndThatOnlyAPageUses() {
        dashboard.clock.advance(Duration.ofHours(7));
        assertThat(owner.send("GET", dashboard.root(), "", Map.of("HX-Request", "true"))
                        .status())
                .isEqualTo(200);
        dashboard.clock.advance(Duration.ofHours(6));

        assertThat(owner.get(dashboard.root()).location()).startsWith("/sign-in");
    }
}
