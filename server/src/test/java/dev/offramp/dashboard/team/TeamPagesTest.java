package dev.offramp.dashboard.team;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.dashboard.TestBrowser;
import dev.offramp.dashboard.TestBrowser.Reply;
import dev.offramp.dashboard.TestDashboard;
import dev.offramp.people.Email;
import dev.offramp.people.Role;
import dev.offramp.tenancy.Integration;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TeamPagesTest {

    private static final TestDashboard DASHBOARD = new TestDashboard();
    private static final AtomicInteger NAMES = new AtomicInteger();
    private static final Pattern LINK = Pattern.compile("data-copy=\"http://localhost(/invitations/[^\"]+)\"");
    private static final Pattern WITHDRAW = Pattern.compile("action=\"([^\"]+/withdraw)\"");

    private final Integration business = DASHBOARD.integration("Team " + NAMES.incrementAndGet());
    private final String team = DASHBOARD.root(business) + "/team";
    private final TestBrowser owner = DASHBOARD.member(business, Role.OWNER);

    @AfterAll
    static void close() {
        DASHBOARD.close();
    }

    private static String find(Pattern pattern, Reply reply) {
        return pattern.matcher(reply.body())
                .results()
                .findFirst()
                .map(found -> found.group(1))
                .orElseThrow(() -> new AssertionError(reply.body()));
    }

    private String memberPath(Email email) {
        return team + "/members/"
                + DASHBOARD.db.transact(tx -> DASHBOARD
                        .platform
                        .people()
                        .find(tx, email)
                        .orElseThrow()
                        .id()
                        .toString());
    }

    private Optional<Role> role(Email email) {
        return DASHBOARD.db.transact(tx -> DASHBOARD
                .platform
                .people()
                .memberships()
                .role(
                        tx,
                        DASHBOARD.platform.people().find(tx, email).orElseThrow().id(),
                        business.id()));
    }

    @Test
    void showsMembersToEverybodyAndWhatCanBeDoneToThoseWhoMay() {
        Email viewer = DASHBOARD.person(business, Role.VIEWER);
        TestBrowser looking = DASHBOARD.stranger();
        looking.signIn(viewer);

        assertThat(looking.get(team).body())
                .contains("<h1>Team</h1>", viewer.text(), "(you)", "None yet")
                .doesNotContain("/team/invitations", "/remove\"", "<select");
        assertThat(owner.get(team).body())
                .contains(viewer.text(), "/team/invitations", "/remove\"", "Nobody is invited");
    }

    @Test
    void invitesBySomethingToHandOverThatIsShownOnce() {
        Reply made = owner.post(team + "/invitations", "email", "New@example.com", "role", "finance");
        String link = find(LINK, made);
        assertThat(owner.get(team).body())
                .contains("new@example.com", "Withdraw")
                .doesNotContain(link);

        TestBrowser newcomer = DASHBOARD.stranger();
        newcomer.post(link, "name", "<b>Nia</b>", "password", TestDashboard.PASSWORD);
        newcomer.signIn(new Email("new@example.com"));
        assertThat(newcomer.get(team).status()).isEqualTo(200);
        assertThat(owner.get(team).body())
                .contains("&lt;b&gt;Nia&lt;/b&gt;", "Nobody is invited")
                .doesNotContain("<b>Nia");
        assertThat(DASHBOARD.trail(business.id()))
                .containsSubsequence("member.joined", "person.signed-up", "member.invited");
        assertThat(owner.post(team + "/invitations", "email", "new@example.com", "role", "viewer")
                        .body())
                .contains("id=\"field-email-error\">That address is in the team already.");
    }

    @Test
    void saysWhatIsWrongWithAnInvitationAndKeepsTheAddress() {
        Reply reply = owner.post(team + "/invitations", "email", "zoe@example.com", "role", "king");
        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.body())
                .contains("id=\"field-role-error\">Choose one of the list.", "value=\"zoe@example.com\"");
        assertThat(owner.post(team + "/invitations", "email", "zoe", "role", "viewer")
                        .body())
                .contains("id=\"field-email-error\">Enter an e-mail address");
    }

    @Test
    void withdrawsInvitations() {
        String link =
                find(LINK, owner.post(team + "/invitations", "email", "gone@example.com", "role", "viewer"));
        String withdraw = find(WITHDRAW, owner.get(team));
        String elsewhere = withdraw.replace(DASHBOARD.root(business), DASHBOARD.root());
        assertThat(DASHBOARD.member(Role.OWNER).post(elsewhere).status()).isEqualTo(404);

        assertThat(owner.post(withdraw).outcome()).isEqualTo("303 " + team);
        assertThat(DASHBOARD.stranger().get(link).status()).isEqualTo(404);
        owner.post(withdraw);
        assertThat(owner.get(team).body()).contains("That invitation was over already.");
        assertThat(DASHBOARD.trail(business.id())).containsOnlyOnce("member.invitation-withdrawn");
    }

    @Test
    void changesRolesAndRemovesMembersAtOnce() {
        Email email = DASHBOARD.person(business, Role.VIEWER);
        TestBrowser member = DASHBOARD.stranger();
        member.signIn(email);

        assertThat(owner.post(memberPath(email) + "/role", "role", "admin").outcome())
                .isEqualTo("303 " + team);
        assertThat(role(email)).contains(Role.ADMIN);
        assertThat(member.get(team).body()).contains("Invite somebody");
        assertThat(owner.post(memberPath(email) + "/remove").outcome()).isEqualTo("303 " + team);
        assertThat(member.get(team).status()).isEqualTo(404);
        assertThat(owner.post(memberPath(email) + "/remove").status()).isEqualTo(404);
        assertThat(owner.post(memberPath(email) + "/role", "role", "admin").status())
                .isEqualTo(404);
        assertThat(owner.post(team + "/members/nobody/remove").status()).isEqualTo(404);
        assertThat(DASHBOARD.trail(business.id())).containsSubsequence("member.removed", "member.role-changed");
    }

    @Test
    void leavesOwnersToOwners() {
        Email second = DASHBOARD.person(business, Role.OWNER);
        Email viewer = DASHBOARD.person(business, Role.VIEWER);
        TestBrowser admin = DASHBOARD.member(business, Role.ADMIN);
        owner.post(team + "/invitations", "email", "boss@example.com", "role", "owner");

        for (Reply reply : List.of(
                admin.post(memberPath(second) + "/role", "role", "viewer"),
                admin.post(memberPath(second) + "/remove"),
                admin.post(memberPath(viewer) + "/role", "role", "owner"),
                admin.post(find(WITHDRAW, owner.get(team))))) {
            assertThat(reply.outcome()).isEqualTo("303 " + team);
        }
        assertThat(admin.get(team).body())
                .contains("role=\"alert\">Owners are made, changed and removed by", "boss@example.com");
        assertThat(admin.post(team + "/invitations", "email", "me@example.com", "role", "owner")
                        .body())
                .contains("id=\"field-role-error\">Owners are made");
        assertThat(role(second)).contains(Role.OWNER);
        assertThat(role(viewer)).contains(Role.VIEWER);
    }

    @Test
    void keepsTheLastOwner() {
        Email only = DASHBOARD.person(DASHBOARD.integration("Lonely"), Role.OWNER);
        Integration lonely = DASHBOARD.platform.tenancy().find("Lonely").orElseThrow();
        TestBrowser browser = DASHBOARD.stranger();
        browser.signIn(only);
        String path = memberPath(only).replace(DASHBOARD.root(business), DASHBOARD.root(lonely));

        browser.post(path + "/remove");
        assertThat(browser.get(DASHBOARD.root(lonely) + "/team").body()).contains("A business keeps an owner.");
        browser.post(path + "/role", "role", "viewer");
        assertThat(browser.get(DASHBOARD.root(lonely) + "/team").body()).contains("A business keeps an owner.");
    }

    @ParameterizedTest
    @EnumSource(names = {"DEVELOPER", "FINANCE", "VIEWER"})
    void isNotManagedByOthers(Role role) {
        TestBrowser member = DASHBOARD.member(business, role);
        Email viewer = DASHBOARD.person(business, Role.VIEWER);

        assertThat(member.post(team + "/invitations", "email", "x@example.com", "role", "viewer")
                        .status())
                .isEqualTo(403);
        assertThat(member.post(memberPath(viewer) + "/remove").status()).isEqualTo(403);
        assertThat(member.post(memberPath(viewer) + "/role", "role", "admin").status())
                .isEqualTo(403);
        assertThat(member.get(DASHBOARD.root(business) + "/trail").status()).isEqualTo(403);
        assertThat(role(viewer)).contains(Role.VIEWER);
    }

    @Test
    void isNothingToOthers() {
        assertThat(DASHBOARD.member(Role.OWNER).get(team).status()).isEqualTo(404);
        assertThat(DASHBOARD.member(Role.OWNER).get(DASHBOARD.root(business) + "/trail").status())
                .isEqualTo(404);
    }

    @Test
    void wantsAFreshSignInForWhoMayComeIn() {
        DASHBOARD.clock.advance(Duration.ofMinutes(11));
        assertThat(owner.post(team + "/invitations", "email", "slow@example.com", "role", "viewer")
                        .body())
                .contains("Confirm that it is you", "value=\"slow@example.com\"");
    }

    @Test
    void showsWhatWasDoneToTheBusinessAloneFilteredAndPaged() {
        String trail = DASHBOARD.root(business) + "/trail";
        String theirs = DASHBOARD.root() + "/team/invitations";
        DASHBOARD.member(Role.OWNER).post(theirs, "email", "their@example.com", "role", "viewer");
        assertThat(owner.get(trail).body()).contains("No such entry").doesNotContain("their@example.com");
        for (int i = 0; i < 51; i++) {
            owner.post(team + "/invitations", "email", "guest" + i + "@example.com", "role", "viewer");
        }
        owner.post(find(WITHDRAW, owner.get(team)));

        String first = owner.get(trail).body();
        assertThat(first)
                .contains("withdrew an invitation", "e-mail: guest50@example.com, role: viewer", "127.0.0.1")
                .doesNotContain("guest0@example.com", "their@example.com");
        String older = find(Pattern.compile("rel=\"next\" href=\"([^\"]+)\""), owner.get(trail));
        assertThat(owner.get(older).body()).contains("guest0@example.com").doesNotContain("guest50@example.com");

        assertThat(owner.get(trail + "?action=member.invitation-withdrawn").body())
                .contains("<td data-label=\"What\">withdrew an invitation")
                .doesNotContain("<td data-label=\"What\">invited somebody");
        assertThat(owner.get(trail + "?actor=%3Cb%3Enobody").body())
                .contains("No such entry", "value=\"&lt;b>nobody\"");
        assertThat(owner.get(trail + "?until=2000-01-01").body()).contains("No such entry");
        assertThat(owner.get(trail + "?from=2000-01-01").body()).contains("guest50@example.com");
        assertThat(owner.get(trail + "?in=production").body()).contains("No such entry");
        assertThat(owner.get(trail + "?from=yesterday&before=x").body()).contains("guest50@example.com");
    }
}
