package dev.offramp.dashboard.me;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.dashboard.TestBrowser;
import dev.offramp.dashboard.TestBrowser.Reply;
import dev.offramp.dashboard.TestDashboard;
import dev.offramp.mail.Letter;
import dev.offramp.mail.ScriptedMailServer;
import dev.offramp.people.Email;
import dev.offramp.people.Role;
import dev.offramp.people.SignUpRule;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MyPagesTest {

    private final ScriptedMailServer letters = new ScriptedMailServer();
    private final TestDashboard dashboard = new TestDashboard(SignUpRule.OPEN, letters);
    private final Email email = dashboard.person(dashboard.business, Role.OWNER);
    private final TestBrowser me = browser(dashboard, email);

    @AfterEach
    void close() {
        dashboard.close();
    }

    private static TestBrowser browser(TestDashboard where, Email who) {
        TestBrowser browser = where.stranger();
        browser.signIn(who);
        return browser;
    }

    private List<Letter> mailed(String address) {
        dashboard.platform.notices().steps().forEach(step -> step.runOnce());
        dashboard.platform.mail().sendStep().runOnce();
        return letters.to(address);
    }

    private static String link(Letter letter) {
        Matcher found = Pattern.compile("http://localhost(/me/email/\\S+)").matcher(letter.text());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    @Test
    void changeOnesName() {
        assertThat(me.get("/me").body()).contains("value=\"Ada\"");

        assertThat(me.post("/me/name", "name", "Ada <b>Obi</b>").outcome()).isEqualTo("303 /me");

        assertThat(me.get("/me").body()).contains("Ada &lt;b&gt;Obi&lt;/b&gt;").doesNotContain("<b>Obi");
        assertThat(dashboard.trail(email)).first().isEqualTo("person.name-changed");
        assertThat(me.post("/me/name", "name", " ").status()).isEqualTo(422);
    }

    @Test
    void changeOnesAddressByALetterToTheNewOneAndTellTheOld() {
        assertThat(me.post("/me/email", "email", "New@Example.com").outcome()).isEqualTo("303 /me");
        assertThat(me.get("/me").body()).as("not yet").contains(email.text());
        String link = link(mailed("new@example.com").getFirst());

        assertThat(me.get(link).body()).contains(email.text(), "new@example.com", "Change my address");
        assertThat(me.get("/me").body()).as("opening changes nothing").contains(email.text());
        assertThat(me.post(link).outcome()).isEqualTo("303 /me");

        assertThat(me.get("/me").body()).contains("new@example.com").doesNotContain(email.text());
        assertThat(mailed(email.text())).extracting(Letter::subject).containsExactly("Your e-mail address was changed");
        assertThat(mailed("new@example.com"))
                .extracting(Letter::subject)
                .containsExactly("Confirm your e-mail address", "Your e-mail address was changed.");
        assertThat(me.post(link).status()).isEqualTo(404);
        assertThat(dashboard.trail(email)).contains("person.email-changed");
        browser(dashboard, new Email("new@example.com"));
    }

    @Test
    void doNotTellWhetherSomebodyHasTheAddress() {
        Email taken = dashboard.person(dashboard.business, Role.VIEWER);

        Reply reply = me.post("/me/email", "email", taken.text());

        assertThat(reply.outcome()).isEqualTo("303 /me");
        assertThat(mailed(taken.text())).isEmpty();
    }

    @Test
    void leaveALinkToNobodyElse() {
        me.post("/me/email", "email", "new@example.com");
        String link = link(mailed("new@example.com").getFirst());
        TestBrowser other = dashboard.member(Role.VIEWER);

        assertThat(other.get(link).status()).isEqualTo(404);
        assertThat(other.post(link).status()).isEqualTo(404);
        assertThat(dashboard.stranger().get(link).outcome()).startsWith("303 /sign-in");
        assertThat(me.get(link).status()).isEqualTo(200);
    }

    @Test
    void wantAFreshSignInForAnotherAddress() {
        dashboard.clock.advance(Duration.ofMinutes(11));

        assertThat(me.post("/me/email", "email", "new@example.com").body()).contains("Confirm that it is you");
        assertThat(mailed("new@example.com")).isEmpty();
    }

    @Test
    void changeOnesAddressAtOnceWhereNothingIsMailed() {
        try (TestDashboard without = new TestDashboard()) {
            Email mine = without.person(without.business, Role.OWNER);
            Email taken = without.person(without.business, Role.OWNER);
            TestBrowser browser = browser(without, mine);

            Reply refused = browser.post("/me/email", "email", taken.text());
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.body()).contains("Somebody else has that address.");
            assertThat(browser.post("/me/email", "email", mine.text()).body())
                    .contains("That is the address you have.");
            assertThat(browser.post("/me/email", "email", "new@example.com").outcome())
                    .isEqualTo("303 /me");

            assertThat(browser.get("/me").body()).contains("new@example.com");
            assertThat(without.trail(mine)).first().isEqualTo("person.email-changed");
        }
    }

    @Test
    void foundOneMoreBusinessWhereEverybodyMay() {
        Reply taken = me.post("/me/businesses", "business", "shop");
        assertThat(taken.status()).isEqualTo(422);
        assertThat(taken.body()).contains("Another business has that name.");

        Reply founded = me.post("/me/businesses", "business", "Second");

        assertThat(founded.location()).startsWith("/b/B-");
        assertThat(me.get(founded.location()).body()).contains("Second");
        try (TestDashboard invited = new TestDashboard(SignUpRule.INVITATION)) {
            TestBrowser other = invited.member(Role.OWNER);
            assertThat(other.get("/me").body()).doesNotContain("/me/businesses");
            assertThat(other.post("/me/businesses", "business", "Second").status())
                    .isEqualTo(422);
        }
    }

    @Test
    void leaveABusinessUnlessOneIsItsLastOwner() {
        String team = dashboard.root() + "/team";
        TestBrowser viewer = dashboard.member(Role.VIEWER);

        assertThat(viewer.post(team + "/leave").outcome()).isEqualTo("303 /");
        assertThat(viewer.get(dashboard.root()).status()).isEqualTo(404);
        assertThat(dashboard.trail(dashboard.business.id())).first().isEqualTo("member.removed");

        assertThat(me.post(team + "/leave").outcome()).isEqualTo("303 " + team);
        assertThat(me.get(team).body()).contains("A business keeps an owner.");
    }
}
