package dev.offramp.dashboard.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.dashboard.TestBrowser;
import dev.offramp.dashboard.TestBrowser.Reply;
import dev.offramp.dashboard.TestDashboard;
import dev.offramp.people.Email;
import dev.offramp.people.Role;
import dev.offramp.people.SignUpRule;
import dev.offramp.tenancy.Integration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SignUpPagesTest {

    private static final TestDashboard DASHBOARD = new TestDashboard();

    @AfterAll
    static void close() {
        DASHBOARD.close();
    }

    private static Reply signUp(TestBrowser browser, String name, String email, String business, String password) {
        return browser.post("/sign-up", "name", name, "email", email, "business", business, "password", password);
    }

    @Test
    void makesAnAccountWithABusinessAndSaysSoInTheAuditLog() {
        TestBrowser browser = DASHBOARD.stranger();
        assertThat(browser.get("/sign-in").body()).contains("<a href=\"/sign-up\">Create an account</a>");
        assertThat(browser.get("/sign-up").body())
                .contains("<h1>Create an account</h1>", "autocomplete=\"new-password\"");

        assertThat(signUp(browser, "Ann", "Ann@Example.com ", "Ann & <b>Sons</b>", TestDashboard.PASSWORD)
                        .outcome())
                .isEqualTo("303 /sign-in");
        assertThat(browser.get("/sign-in").body()).contains("Now sign in with that address and password.");
        browser.signIn(new Email("ann@example.com"));

        Integration made =
                DASHBOARD.platform.tenancy().find("Ann & <b>Sons</b>").orElseThrow();
        assertThat(browser.get("/").location()).isEqualTo(DASHBOARD.root(made));
        assertThat(browser.get(DASHBOARD.root(made)).body())
                .contains("Ann &amp; &lt;b&gt;Sons&lt;/b&gt;")
                .doesNotContain("<b>Sons");
        assertThat(DASHBOARD.trail(made.id())).containsExactly("integration.created", "person.signed-up");
    }

    @Test
    void saysTheSameOfAnAddressThatHasAnAccountAndMakesNothing() {
        Email known = DASHBOARD.person(DASHBOARD.business, Role.VIEWER);
        Reply reply = signUp(DASHBOARD.stranger(), "Eve", known.text(), "Eve's", "another long password");

        assertThat(reply.outcome()).isEqualTo("303 /sign-in");
        assertThat(DASHBOARD.platform.tenancy().find("Eve's")).isEmpty();
        DASHBOARD.stranger().signIn(known);
    }

    @ParameterizedTest
    @CsvSource({
        "'',  a@example.com, A1,    a long password, name,     Your name is required.",
        "Ann, nobody,        A2,    a long password, email,    'Enter an e-mail address, such as ann@example.com.'",
        "Ann, a@example,     A3,    a long password, email,    'Enter an e-mail address, such as ann@example.com.'",
        "Ann, a@example.com, '',    a long password, business, Business name is required.",
        "Ann, a@example.com, shop,  a long password, business, Another business has that name.",
        "Ann, a@example.com, A6,    '',              password, Password is required.",
        "Ann, a@example.com, A7,    short,           password, A password has at least 10 characters.",
        "Ann, a@example.com, A8,    password123,     password, That is one of the passwords that others try first."
    })
    void saysWhichFieldAndWhyAndKeepsAllButThePassword(
            String name, String email, String business, String password, String field, String why) {
        Reply reply = signUp(DASHBOARD.stranger(), name, email, business, password);

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.body()).contains("<p class=\"error\" id=\"field-" + field + "-error\">" + why + "</p>");
        assertThat(reply.body()).contains("name=\"email\" value=\"" + email + "\"");
        assertThat(reply.body()).contains("name=\"password\" value=\"\"");
    }

    @ParameterizedTest
    @EnumSource(names = {"INVITATION", "CLOSED"})
    void isNotForEverybodyWhereTheRuleSaysSo(SignUpRule rule) {
        try (TestDashboard dashboard = new TestDashboard(rule)) {
            TestBrowser browser = dashboard.stranger();
            assertThat(browser.get("/sign-in").body()).doesNotContain("/sign-up");
            assertThat(browser.get("/sign-up").body())
                    .contains(rule == SignUpRule.CLOSED ? "No accounts are made here" : "Here one needs an invitation")
                    .doesNotContain("name=\"password\"");

            Reply reply = signUp(browser, "Ann", "ann@example.com", "Ann's", TestDashboard.PASSWORD);
            assertThat(reply.status()).isEqualTo(403);
            assertThat(dashboard.platform.tenancy().find("Ann's")).isEmpty();
        }
    }
}
