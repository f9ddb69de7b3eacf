package dev.offramp.dashboard.account;

import static org.assertj.core.api.Assertions.assertThat;

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
        String first = browser.get("/me").body();
        signIn(browser, email);

        assertThat(first).contains("Your account");
        assertThat(browser.get("/me").status()).isEqualTo(200);
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
