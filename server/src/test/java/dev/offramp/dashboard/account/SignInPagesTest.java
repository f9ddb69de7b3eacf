package dev.offramp.dashboard.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.dashboard.TestApp;
import dev.offramp.dashboard.TestBrowser;
import dev.offramp.dashboard.TestBrowser.Reply;
import dev.offramp.dashboard.TestDashboard;
import dev.offramp.people.Email;
import dev.offramp.people.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Signing in and out, as a browser does it.
class SignInPagesTest {

    private static final TestDashboard DASHBOARD = new TestDashboard();

    @AfterAll
    static void close() {
        DASHBOARD.close();
    }

    private static Email somebody() {
        return DASHBOARD.person(DASHBOARD.business, Role.OWNER);
    }

    private static Reply signIn(TestBrowser browser, Email email, String... more) {
        String[] all = new String[4 + more.length];
        System.arraycopy(new String[] {"email", email.text(), "password", TestDashboard.PASSWORD}, 0, all, 0, 4);
        System.arraycopy(more, 0, all, 4, more.length);
        return browser.post("/sign-in", all);
    }

    @Test
    void beginsAtTheSignInPageAndEndsAtTheOverview() {
        TestBrowser browser = DASHBOARD.stranger();
        assertThat(browser.get("/").body()).contains("name=\"email\"", "name=\"password\"");

        assertThat(signIn(browser, somebody()).outcome()).isEqualTo("303 /");
        assertThat(browser.get("/").outcome()).isEqualTo("303 " + DASHBOARD.root());
        assertThat(browser.get(DASHBOARD.root()).body()).contains("Balances");
    }

    @Test
    void saysTheSameOfAWrongPasswordAndOfAnUnknownAddressAndKeepsTheAddress() {
        Email known = somebody();
        Reply wrong = DASHBOARD.stranger().post("/sign-in", "email", known.text(), "password", "nope");
        Reply unknown = DASHBOARD.stranger().post("/sign-in", "email", "nobody@example.com", "password", "nope");

        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body())
                .contains("do not go together", "value=\"" + known.text() + "\"")
                .doesNotContain("nope");
        assertThat(unknown.body().replace("nobody@example.com", known.text())).isEqualTo(wrong.body());
    }

    @Test
    void saysWhichFieldIsMissing() {
        Reply reply = DASHBOARD.stranger().post("/sign-in", "email", "ann@example.com");

        assertThat(reply.body())
                .contains("<p class=\"error\" id=\"field-password-error\">Password is required.</p>")
                .contains("aria-describedby=\"field-password-error\"", "value=\"ann@example.com\"");
    }

    @ParameterizedTest
    @CsvSource({
        "/b/B-ABCDEF/development/x?page=2, /b/B-ABCDEF/development/x?page=2",
        "https://evil.example, /",
        "//evil.example, /",
        "/\\evil.example, /",
        "/%09/evil.example, /",
        "javascript:alert(1), /"
    })
    void leadsOnToPathsOfOursAlone(String next, String expected) {
        assertThat(signIn(DASHBOARD.stranger(), somebody(), "next", next).location())
                .isEqualTo(expected);
    }

    @Test
    void givesANewSessionWhateverTheBrowserBrought() {
        TestBrowser browser = DASHBOARD.stranger();
        Email email = somebody();
        signIn(browser, email);
        String before = browser.cookie("offramp");
        signIn(browser, email);

        assertThat(browser.cookie("offramp")).isNotEqualTo(before);
        assertThat(browser.get("/me").body()).contains("Your account");
    }

    @Test
    void wantsTheSecondFactorOfWhoHasOne() {
        Email email = somebody();
        TestBrowser first = DASHBOARD.stranger();
        signIn(first, email);
        TestApp app = first.enrolApp();

        TestBrowser browser = DASHBOARD.stranger();
        assertThat(signIn(browser, email, "next", "/me").outcome()).isEqualTo("303 /sign-in/code?next=%2Fme");
        assertThat(browser.get("/me").outcome()).startsWith("303 /sign-in");
        assertThat(browser.get("/sign-in/code?next=%2Fme").body()).contains("<h1>Second factor</h1>", "name=\"code\"");
        Reply wrong = browser.post("/sign-in/code", "code", "000000", "next", "/me");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("That code is not right").doesNotContain("000000");

        assertThat(browser.post("/sign-in/code", "code", app.nextCode(), "next", "/me")
                        .outcome())
                .isEqualTo("303 /me");
        assertThat(browser.get("/me").body()).contains("Enrolled");
    }

    @Test
    void takesARecoveryCodeOnce() {
        Email email = somebody();
        TestBrowser first = DASHBOARD.stranger();
        signIn(first, email);
        String code = first.enrolApp().recoveryCodes().getFirst();

        TestBrowser browser = DASHBOARD.stranger();
        signIn(browser, email);
        assertThat(browser.post("/sign-in/code", "code", code).outcome()).isEqualTo("303 /");
        TestBrowser another = DASHBOARD.stranger();
        signIn(another, email);
        assertThat(another.post("/sign-in/code", "code", code).status()).isEqualTo(422);
    }

    @Test
    void confirmsWithBothFactors() {
        TestBrowser browser = DASHBOARD.stranger();
        signIn(browser, somebody());
        TestApp app = browser.enrolApp();

        Reply half = browser.post("/confirm", "password", TestDashboard.PASSWORD, "next", "/me");
        assertThat(half.body()).contains("action=\"/confirm/code\"", "name=\"next\" value=\"/me\"");
        assertThat(browser.post("/confirm/code", "code", app.nextCode(), "next", "/me")
                        .outcome())
                .isEqualTo("303 /me");
    }

    @Test
    void begunWithoutTheFirstStepLeadsBackToIt() {
        assertThat(DASHBOARD.stranger().get("/sign-in/code").outcome()).isEqualTo("303 /sign-in");
        assertThat(DASHBOARD.stranger().post("/sign-in/code", "code", "123456").outcome())
                .isEqualTo("303 /sign-in");
    }

    @Test
    void endsASession() {
        TestBrowser browser = DASHBOARD.stranger();
        signIn(browser, somebody());

        assertThat(browser.post("/sign-out").outcome()).isEqualTo("303 /");
        assertThat(browser.get("/").body()).contains("You are signed out.", "name=\"password\"");
        assertThat(browser.get("/me").outcome()).isEqualTo("303 /sign-in?next=%2Fme");
    }

    @Test
    void remembersTheColoursSomebodyChose() {
        TestBrowser browser = DASHBOARD.stranger();
        assertThat(browser.post("/theme", "theme", "dark", "next", "/sign-in").outcome())
                .isEqualTo("303 /sign-in");
        assertThat(browser.get("/sign-in").body()).contains("<html lang=\"en\" data-theme=\"dark\">");
    }
}
