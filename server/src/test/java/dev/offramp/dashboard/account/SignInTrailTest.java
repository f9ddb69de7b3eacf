package dev.offramp.dashboard.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.dashboard.Operators;
import dev.offramp.dashboard.TestApp;
import dev.offramp.dashboard.TestBrowser;
import dev.offramp.dashboard.TestDashboard;
import dev.offramp.people.Email;
import dev.offramp.people.Role;
import dev.offramp.trail.Entry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What the audit log says of sign-ins.
class SignInTrailTest {

    private static final int TRIES = 10;
    private static final String SECRET = "perhaps-a-password@example.com";

    private final TestDashboard dashboard = new TestDashboard();
    private final Email email = dashboard.person(dashboard.business, Role.FINANCE);
    private final TestBrowser stranger = dashboard.stranger();

    @AfterEach
    void close() {
        dashboard.close();
    }

    @Test
    void showsOperatorsHowOftenSomebodysSignInWasTried() {
        for (int i = 0; i <= TRIES; i++) {
            tryOnce(email.text());
        }

        assertThat(dashboard.trail(email))
                .startsWith("sign-in.throttled", "sign-in.failed", "sign-in.failed")
                .filteredOn(action -> action.startsWith("sign-in."))
                .hasSize(3);
        Entry last = Operators.lastEntry(dashboard);
        assertThat(last.from()).hasValue("127.0.0.1");
        assertThat(last.requestId()).hasValue("r1");
        assertThat(last.after().values()).containsEntry("tries in an hour", "1");
        TestBrowser operator = Operators.signedIn(dashboard);
        assertThat(operator.get("/operator/trail?action=sign-in.throttled").body())
                .contains(email.text());
        assertThat(operator.get("/operator/trail?action=sign-in.strangers-throttled")
                        .body())
                .doesNotContain(email.text());
    }

    /// That somebody has an account is nobody's business, and what was typed may be a password.
    @Test
    void saysNothingOfItToBusinessesAndNothingOfWhatWasTyped() {
        tryOnce(email.text());
        tryOnce(SECRET);

        Entry last = Operators.lastEntry(dashboard);
        assertThat(last.action()).isEqualTo("sign-in.strangers-refused");
        assertThat(last.actor().words()).isEqualTo("the program");
        assertThat(last.toString()).doesNotContain(SECRET);
        assertThat(dashboard.trail(dashboard.business.id())).noneMatch(action -> action.startsWith("sign-in."));
        assertThat(dashboard
                        .member(Role.OWNER)
                        .get(dashboard.root() + "/trail?action=sign-in.failed")
                        .body())
                .doesNotContain(email.text());
    }

    @Test
    void saysThatStrangersAreTheProgramsToRefuseWhoeverIsSignedIn() {
        TestBrowser member = dashboard.member(Role.VIEWER);

        member.post("/sign-in", "email", SECRET, "password", "not the one");

        assertThat(Operators.lastEntry(dashboard).actor().words()).isEqualTo("the program");
    }

    @Test
    void namesTheUseOfARecoveryCode() {
        stranger.signIn(email);
        TestApp app = stranger.enrolApp();
        TestBrowser elsewhere = dashboard.stranger();
        elsewhere.post("/sign-in", "email", email.text(), "password", TestDashboard.PASSWORD);

        assertThat(elsewhere
                        .post("/sign-in/code", "code", app.recoveryCodes().getFirst())
                        .status())
                .isEqualTo(303);

        assertThat(dashboard.trail(email)).startsWith("recovery-codes.used", "sign-in.succeeded");
    }

    private void tryOnce(String address) {
        assertThat(stranger.post("/sign-in", "email", address, "password", "not the one")
                        .status())
                .isEqualTo(422);
    }
}
