package dev.offramp.dashboard.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.dashboard.TestApp;
import dev.offramp.dashboard.TestBrowser;
import dev.offramp.dashboard.TestBrowser.Reply;
import dev.offramp.dashboard.TestDashboard;
import dev.offramp.people.Email;
import dev.offramp.people.FirstOwner;
import dev.offramp.people.Role;
import java.time.Duration;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// Passwords, authenticator apps, recovery codes and sessions.
class SecurityPagesTest {

    private static final TestDashboard DASHBOARD = new TestDashboard();
    private static final Pattern KEY = Pattern.compile("data-copy=\"([A-Z2-7]+)\"");
    private static final Pattern CODE = Pattern.compile("<li><code[^>]*>([^<]+)</code></li>");
    private static final Pattern END = Pattern.compile("action=\"(/me/sessions/[^\"]+)\"");

    private final Email email = DASHBOARD.person(DASHBOARD.business, Role.OWNER);
    private final TestBrowser browser = signedIn(email);

    @AfterAll
    static void close() {
        DASHBOARD.close();
    }

    private static TestBrowser signedIn(Email email) {
        TestBrowser browser = DASHBOARD.stranger();
        browser.signIn(email);
        return browser;
    }

    private static String find(Pattern pattern, String body) {
        return pattern.matcher(body)
                .results()
                .findFirst()
                .map(found -> found.group(1))
                .orElseThrow(() -> new AssertionError(body));
    }

    private static List<String> codes(Reply reply) {
        return CODE.matcher(reply.body())
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }

    private TestApp offered() {
        String key = find(KEY, browser.get("/me/authenticator").body());
        return new TestApp(key, DASHBOARD.clock, List.of());
    }

    @Test
    void changeThePasswordAndEndAllOtherSessions() {
        TestBrowser other = signedIn(email);
        Reply unfit = browser.post("/me/password", "password", TestDashboard.PASSWORD);
        assertThat(unfit.status()).isEqualTo(422);
        assertThat(unfit.body()).contains("That is the password you have.").doesNotContain(TestDashboard.PASSWORD);
        String before = browser.cookie("offramp");

        assertThat(browser.post("/me/password", "password", "a different password")
                        .outcome())
                .isEqualTo("303 /me/security");
        assertThat(browser.cookie("offramp")).isNotEqualTo(before);
        assertThat(browser.get("/me/security").body()).contains("Your password is changed.");
        assertThat(other.get("/me").status()).isEqualTo(303);
        assertThat(DASHBOARD.trail(email)).contains("password.changed");
    }

    @Test
    void showNothingElseToWhoHasThePasswordThatTheProgramMade() {
        FirstOwner.Made made =
                (FirstOwner.Made) DASHBOARD.platform.people().ensureFirstOwner(DASHBOARD.business.id(), _ -> {});
        TestBrowser owner = DASHBOARD.stranger();
        owner.post(
                "/sign-in",
                "email",
                made.person().email().text(),
                "password",
                made.password().text());

        String wanted = DASHBOARD.root();
        assertThat(owner.get(wanted).outcome()).isEqualTo("303 /me/password?next=" + wanted.replace("/", "%2F"));
        assertThat(owner.get("/me").location()).startsWith("/me/password");
        assertThat(owner.post("/me/other-sessions/end").outcome()).isEqualTo("303 /me/password");
        assertThat(owner.get("/me/password").status()).isEqualTo(200);
        assertThat(owner.post("/me/password", "password", TestDashboard.PASSWORD, "next", wanted)
                        .outcome())
                .isEqualTo("303 " + wanted);
        assertThat(owner.get(wanted).status()).isEqualTo(200);
    }

    @Test
    void enrolAnAuthenticatorAppByACodeOfItAndShowTheRecoveryCodesOnce() {
        TestApp app = offered();
        Reply wrong = browser.post("/me/authenticator", "code", "000000");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body())
                .contains("id=\"field-code-error\"", app.secret(), "<svg class=\"qr\"")
                .doesNotContain("000000");

        Reply enrolled = browser.post("/me/authenticator", "code", app.code());
        assertThat(enrolled.status()).isEqualTo(200);
        assertThat(codes(enrolled)).hasSize(10);
        assertThat(browser.get("/me/security").body())
                .contains("10 left")
                .doesNotContain(codes(enrolled).getFirst());
        assertThat(browser.post("/me/authenticator", "code", app.nextCode()).outcome())
                .isEqualTo("303 /me/security");
        assertThat(DASHBOARD.trail(email)).containsOnlyOnce("totp.enabled");
    }

    @Test
    void offerANewKeyEachTime() {
        assertThat(offered().secret()).isNotEqualTo(offered().secret());
    }

    @Test
    void makeNewRecoveryCodesAndRemoveTheApp() {
        List<String> first =
                codes(browser.post("/me/authenticator", "code", offered().code()));
        List<String> second = codes(browser.post("/me/recovery-codes"));
        assertThat(second).hasSize(10).doesNotContainAnyElementsOf(first);

        assertThat(browser.post("/me/authenticator/remove").outcome()).isEqualTo("303 /me/security");
        assertThat(browser.get("/me/security").body()).contains("Add an authenticator app", "You get ten");
        browser.post("/me/recovery-codes");
        assertThat(browser.get("/me/security").body()).contains("Recovery codes stand in for a second factor.");
        assertThat(DASHBOARD.trail(email))
                .containsSubsequence("totp.disabled", "recovery-codes.created", "totp.enabled");
    }

    @Test
    void endOneSessionOrAllOthers() {
        TestBrowser second = signedIn(email);
        assertThat(browser.get("/me/security").body()).contains("This browser", "Firefox", "127.0.0.1");
        String end = find(END, browser.get("/me/security").body());
        assertThat(DASHBOARD.member(Role.OWNER).post(end).status()).isEqualTo(404);
        assertThat(second.get("/me").status()).isEqualTo(200);

        assertThat(browser.post(end).outcome()).isEqualTo("303 /me/security");
        assertThat(second.get("/me").status()).isEqualTo(303);
        assertThat(browser.post(end).status()).isEqualTo(404);

        TestBrowser third = signedIn(email);
        browser.post("/me/other-sessions/end");
        assertThat(third.get("/me").status()).isEqualTo(303);
        assertThat(browser.get("/me/security").body())
                .contains("You are signed out everywhere else.")
                .doesNotContain("/me/other-sessions/end");
        assertThat(DASHBOARD.trail(email)).contains("session.revoked");
    }

    @Test
    void showWhatABrowserCallsItselfAsText() {
        TestBrowser odd = DASHBOARD.stranger().saying("User-Agent", "<script>alert(1)</script>");
        odd.signIn(email);
        assertThat(odd.get("/me/security").body())
                .contains("&lt;script&gt;alert(1)")
                .doesNotContain("<script>alert");
    }

    @Test
    void wantAFreshSignInForWhatOpensTheAccount() {
        DASHBOARD.clock.advance(Duration.ofMinutes(11));
        assertThat(browser.get("/me/security").status()).isEqualTo(200);
        for (String page : List.of("/me/password", "/me/authenticator")) {
            assertThat(browser.get(page).location()).startsWith("/confirm?next=");
        }
        for (String action : List.of(
                "/me/password",
                "/me/authenticator",
                "/me/authenticator/remove",
                "/me/recovery-codes",
                "/me/passkeys",
                "/me/passkeys/x/remove")) {
            assertThat(browser.post(action, "password", "a secret of mine").body())
                    .contains("<h1>Confirm that it is you</h1>")
                    .doesNotContain("a secret of mine");
        }
    }
}
