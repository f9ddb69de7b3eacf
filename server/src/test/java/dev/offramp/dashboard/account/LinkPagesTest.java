package dev.offramp.dashboard.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.dashboard.TestBrowser;
import dev.offramp.dashboard.TestBrowser.Reply;
import dev.offramp.dashboard.TestDashboard;
import dev.offramp.people.Email;
import dev.offramp.people.Invitation;
import dev.offramp.people.Role;
import dev.offramp.people.Token;
import dev.offramp.tenancy.Integration;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// Links that somebody was handed: invitations, and for forgotten passwords.
class LinkPagesTest {

    private static final TestDashboard DASHBOARD = new TestDashboard();

    @AfterAll
    static void close() {
        DASHBOARD.close();
    }

    private static String invite(String email, Invitation.Offer offer) {
        Token token = DASHBOARD
                .db
                .transact(tx ->
                        DASHBOARD.platform.people().invitations().invite(tx, new Email(email), offer, Optional.empty()))
                .token();
        return "/invitations/" + token.text();
    }

    private static Invitation.Offer place(Integration integration) {
        return new Invitation.Offer.Place(integration.id(), Role.FINANCE);
    }

    private static String reset(Email email, boolean removesFactors) {
        Token token = DASHBOARD.db.transact(tx -> DASHBOARD
                .platform
                .people()
                .passwordResets()
                .make(
                        tx,
                        DASHBOARD
                                .platform
                                .people()
                                .find(tx, email)
                                .orElseThrow()
                                .id(),
                        removesFactors));
        return "/reset-password/" + token.text();
    }

    @Test
    void letSomebodyNewIntoATeamOnce() {
        Integration shop = DASHBOARD.integration("The <i>first</i>");
        String link = invite("new@example.com", place(shop));
        TestBrowser browser = DASHBOARD.stranger();
        assertThat(browser.get(link).body())
                .contains("new@example.com is invited to the team of The &lt;i&gt;first&lt;/i&gt;, as finance.")
                .doesNotContain("name=\"business\"");

        Reply unfit = browser.post(link, "name", "Nia", "password", "short");
        assertThat(unfit.status()).isEqualTo(422);
        assertThat(unfit.body())
                .contains("at least 10 characters", "value=\"Nia\"")
                .doesNotContain("short");
        assertThat(browser.post(link, "name", "Nia", "password", TestDashboard.PASSWORD)
                        .outcome())
                .isEqualTo("303 /sign-in");
        browser.signIn(new Email("new@example.com"));

        assertThat(browser.get("/").location()).isEqualTo(DASHBOARD.root(shop));
        assertThat(DASHBOARD.trail(shop.id())).containsExactly("member.joined", "person.signed-up");
        assertThat(DASHBOARD.stranger().get(link).status()).isEqualTo(404);
        assertThat(DASHBOARD
                        .stranger()
                        .post(link, "name", "Eve", "password", TestDashboard.PASSWORD)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void letSomebodyKnownIntoATeam() {
        Integration shop = DASHBOARD.integration("The second");
        Email email = DASHBOARD.person(DASHBOARD.business, Role.VIEWER);
        String link = invite(email.text(), place(shop));
        TestBrowser browser = DASHBOARD.stranger();
        assertThat(browser.post(link + "/accept").outcome()).isEqualTo("303 /sign-in");
        assertThat(browser.post(link, "name", "Ada", "password", TestDashboard.PASSWORD)
                        .body())
                .contains("That address has an account already.");
        browser.signIn(email);

        assertThat(browser.get(link).body()).contains("Join the team", "The second", "finance");
        assertThat(browser.post(link + "/accept").outcome()).isEqualTo("303 " + DASHBOARD.root(shop));
        assertThat(browser.get(DASHBOARD.root(shop)).status()).isEqualTo(200);
        assertThat(DASHBOARD.trail(shop.id())).containsExactly("member.joined");
        String another = invite(email.text(), place(shop));
        assertThat(browser.post(another + "/accept").body()).contains("You are in that team already.");
    }

    @Test
    void areForOneAddressAlone() {
        Integration shop = DASHBOARD.integration("The third");
        String link = invite("somebody@example.com", place(shop));
        TestBrowser other = DASHBOARD.member(Role.OWNER);

        assertThat(other.get(link).body())
                .contains("This invitation is for somebody@example.com, and you are signed in as")
                .doesNotContain("Join the team");
        Reply refused = other.post(link + "/accept");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("for another address");
        assertThat(other.get(DASHBOARD.root(shop)).status()).isEqualTo(404);
    }

    @Test
    void letSomebodyNewFoundABusiness() {
        String link = invite("founder@example.com", new Invitation.Offer.Business());
        TestBrowser browser = DASHBOARD.stranger();

        Reply unnamed = browser.post(link, "name", "Fay", "password", TestDashboard.PASSWORD);
        assertThat(unnamed.body()).contains("id=\"field-business-error\">Business name is required.", "value=\"Fay\"");
        assertThat(browser.post(link, "name", "Fay", "business", "Fay's", "password", TestDashboard.PASSWORD)
                        .outcome())
                .isEqualTo("303 /sign-in");
        Integration made = DASHBOARD.platform.tenancy().find("Fay's").orElseThrow();
        assertThat(DASHBOARD.trail(made.id())).containsExactly("integration.created", "person.signed-up");
    }

    @Test
    void letSomebodyKnownFoundABusiness() {
        Email email = DASHBOARD.person(DASHBOARD.business, Role.VIEWER);
        String link = invite(email.text(), new Invitation.Offer.Business());
        TestBrowser browser = DASHBOARD.stranger();
        browser.signIn(email);

        assertThat(browser.get(link).body()).contains("Found the business");
        assertThat(browser.post(link + "/found").body()).contains("Business name is required.");
        assertThat(browser.post(link + "/found", "business", "SHOP").body())
                .contains("Another business has that name.", "value=\"SHOP\"");
        Reply founded = browser.post(link + "/found", "business", "Gus's");

        Integration made = DASHBOARD.platform.tenancy().find("Gus's").orElseThrow();
        assertThat(founded.outcome()).isEqualTo("303 " + DASHBOARD.root(made));
        assertThat(DASHBOARD.trail(made.id())).containsExactly("integration.created");
        assertThat(browser.get(link).status()).isEqualTo(404);
    }

    @Test
    void thatWorkNoMoreAndThatNeverWereLookTheSame() {
        String old = invite("late@example.com", new Invitation.Offer.Business());
        DASHBOARD.clock.advance(Duration.ofDays(8));

        Reply never = DASHBOARD.stranger().get("/invitations/nothing");
        assertThat(never.status()).isEqualTo(404);
        assertThat(DASHBOARD.stranger().get(old).body()).isEqualTo(never.body());
        assertThat(DASHBOARD.stranger().get("/reset-password/nothing").status()).isEqualTo(404);
    }

    @Test
    void setANewPasswordOnceAndEndEverySession() {
        Email email = DASHBOARD.person(DASHBOARD.business, Role.VIEWER);
        TestBrowser before = DASHBOARD.stranger();
        before.signIn(email);
        String link = reset(email, false);
        TestBrowser browser = DASHBOARD.stranger();
        assertThat(browser.get(link).body()).contains("For " + email.text());

        Reply unfit = browser.post(link, "password", email.text());
        assertThat(unfit.status()).isEqualTo(422);
        assertThat(unfit.body()).contains("Your e-mail address is the first thing others try.");
        assertThat(browser.post(link, "password", "a brand new password").outcome())
                .isEqualTo("303 /sign-in");

        assertThat(browser.post("/sign-in", "email", email.text(), "password", "a brand new password")
                        .outcome())
                .isEqualTo("303 /");
        assertThat(before.get("/me").outcome()).isEqualTo("303 /sign-in?next=%2Fme");
        assertThat(DASHBOARD.trail(email)).contains("password.reset");
        assertThat(browser.get(link).status()).isEqualTo(404);
        assertThat(browser.post(link, "password", "yet another password").status())
                .isEqualTo(404);
    }
}
