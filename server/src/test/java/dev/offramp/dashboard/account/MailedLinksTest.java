package dev.offramp.dashboard.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.dashboard.TestBrowser;
import dev.offramp.dashboard.TestBrowser.Reply;
import dev.offramp.dashboard.TestDashboard;
import dev.offramp.db.CountedStatements;
import dev.offramp.mail.Letter;
import dev.offramp.mail.ScriptedMailServer;
import dev.offramp.people.Email;
import dev.offramp.people.Role;
import dev.offramp.people.SignUpRule;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Links that are mailed by themselves, where there is a mail server.
class MailedLinksTest {

    private final ScriptedMailServer letters = new ScriptedMailServer();
    private final TestDashboard dashboard = new TestDashboard(SignUpRule.OPEN, letters);

    @AfterEach
    void close() {
        dashboard.close();
    }

    private List<Letter> mailed(String address) {
        dashboard.platform.notices().steps().forEach(step -> step.runOnce());
        dashboard.platform.mail().sendStep().runOnce();
        return letters.to(address);
    }

    private static String link(Letter letter) {
        Matcher found = Pattern.compile("http://localhost(/\\S+)").matcher(letter.text());
        String last = "";
        while (found.find()) {
            last = found.group(1);
        }
        return last;
    }

    private static Reply ask(TestBrowser browser, String address) {
        return browser.post("/forgot-password", "email", address);
    }

    @Test
    void setANewPasswordForWhoeverForgotTheirs() {
        Email email = dashboard.person(dashboard.business, Role.OWNER);
        TestBrowser browser = dashboard.stranger();
        assertThat(browser.get("/sign-in").body()).contains("href=\"/forgot-password\"");
        assertThat(browser.get("/forgot-password").body()).contains("Send me a link");

        assertThat(ask(browser, email.text()).outcome()).isEqualTo("303 /sign-in");

        Letter letter = mailed(email.text()).getFirst();
        assertThat(letter.subject()).isEqualTo("Set a new password");
        assertThat(browser.post(link(letter), "password", "another long password")
                        .outcome())
                .isEqualTo("303 /sign-in");
        assertThat(browser.post("/sign-in", "email", email.text(), "password", "another long password")
                        .status())
                .isEqualTo(303);
        assertThat(mailed(email.text()))
                .extracting(Letter::subject)
                .containsExactly("Set a new password", "Your password was set anew by a link.");
    }

    @Test
    void areAnsweredTheSameForAnAddressThatNobodyHas() {
        Email email = dashboard.person(dashboard.business, Role.OWNER);
        List<String> known = CountedStatements.during(() -> ask(dashboard.stranger(), email.text()));
        Reply[] reply = new Reply[1];
        List<String> unknown =
                CountedStatements.during(() -> reply[0] = ask(dashboard.stranger(), "nobody@example.com"));

        assertThat(unknown).isEqualTo(known);
        assertThat(reply[0].outcome()).isEqualTo("303 /sign-in");
        assertThat(mailed("nobody@example.com")).isEmpty();
        assertThat(mailed(email.text())).hasSize(1);
    }

    @Test
    void areNotMailedToWhoIsKeptOut() {
        Email email = dashboard.person(dashboard.business, Role.OWNER);
        dashboard.db.run(tx -> dashboard
                .platform
                .people()
                .setDisabled(
                        tx,
                        dashboard
                                .platform
                                .people()
                                .find(tx, email)
                                .orElseThrow()
                                .id(),
                        true));

        ask(dashboard.stranger(), email.text());

        assertThat(mailed(email.text())).isEmpty();
    }

    @Test
    void areMailedToOneAddressFiveTimesAnHourAndFromOneSourceTen() {
        Email email = dashboard.person(dashboard.business, Role.OWNER);
        TestBrowser browser = dashboard.stranger();
        for (int i = 0; i < 7; i++) {
            assertThat(ask(browser, email.text()).status()).isEqualTo(303);
        }
        assertThat(mailed(email.text())).hasSize(5);

        ask(browser, "a@example.com");
        ask(browser, "b@example.com");
        ask(browser, "c@example.com");
        Reply eleventh = ask(browser, "d@example.com");

        assertThat(eleventh.status()).isEqualTo(422);
        assertThat(eleventh.body()).contains("Too many tries");
    }

    @Test
    void proveTheAddressOfWhoeverSignsUp() {
        TestBrowser browser = dashboard.stranger();
        assertThat(browser.get("/sign-up").body()).contains("Send me a link").doesNotContain("name=\"password\"");
        Reply without = browser.post(
                "/sign-up",
                "name",
                "Ann",
                "business",
                "Ann's",
                "email",
                "ann@example.com",
                "password",
                TestDashboard.PASSWORD);
        assertThat(without.status()).as("an account without a proven address").isEqualTo(422);

        assertThat(browser.post("/sign-up/letter", "email", "ann@example.com").outcome())
                .isEqualTo("303 /sign-in");
        Letter letter = mailed("ann@example.com").getFirst();
        assertThat(letter.subject()).isEqualTo("Make your account");
        assertThat(browser.post(link(letter), "name", "Ann", "business", "Ann's", "password", TestDashboard.PASSWORD)
                        .outcome())
                .isEqualTo("303 /sign-in");
        browser.signIn(new Email("ann@example.com"));
        assertThat(browser.get("/").location()).startsWith("/b/B-");
    }

    @Test
    void tellOnlyTheMailboxThatThereIsAnAccount() {
        Email email = dashboard.person(dashboard.business, Role.OWNER);

        assertThat(dashboard
                        .stranger()
                        .post("/sign-up/letter", "email", email.text())
                        .outcome())
                .isEqualTo("303 /sign-in");

        assertThat(mailed(email.text()))
                .singleElement()
                .satisfies(letter -> assertThat(letter.subject()).isEqualTo("You have an account already"));
    }

    @Test
    void inviteIntoATeam() {
        TestBrowser owner = dashboard.member(Role.OWNER);

        assertThat(owner.post(dashboard.root() + "/team/invitations", "email", "bob@example.com", "role", "finance")
                        .outcome())
                .isEqualTo("303 " + dashboard.root() + "/team");

        Letter letter = mailed("bob@example.com").getFirst();
        assertThat(letter.subject()).isEqualTo("Invitation to the team of Shop as finance");
        assertThat(dashboard.stranger().get(link(letter)).body()).contains("invited to the team of Shop, as finance");
        assertThat(owner.get(dashboard.root() + "/team").body()).doesNotContain(link(letter));
    }

    @Test
    void areNotOfferedWhereNothingIsMailed() {
        try (TestDashboard without = new TestDashboard()) {
            TestBrowser browser = without.stranger();

            assertThat(browser.get("/forgot-password").body())
                    .contains("This server sends no e-mail")
                    .doesNotContain("<form");
            assertThat(ask(browser, "ann@example.com").body()).contains("This server sends no e-mail");
            assertThat(browser.get("/sign-up").body()).contains("name=\"password\"");
        }
    }
}
