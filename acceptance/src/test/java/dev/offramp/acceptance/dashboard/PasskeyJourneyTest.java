package dev.offramp.acceptance.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.acceptance.browser.Authenticator;
import dev.offramp.acceptance.browser.Browser;
import dev.offramp.acceptance.browser.Window;
import dev.offramp.acceptance.program.Program;
import dev.offramp.db.TestDatabase;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A passkey from its first day to its last, in a browser whose authenticator is Chromium's own: everything that is
/// said between page, browser, authenticator and server is real.
class PasskeyJourneyTest {

    private static final Duration A_WHILE = Duration.ofSeconds(60);
    private static final String NAME = "Owner";
    private static final String PASSWORD = "a goose in the library";
    private static final String NOT_KNOWN = "That passkey is not known here.";
    private static final String NOT_GIVEN = "That did not work";

    @TempDir
    private static Path data;

    private static TestDatabase database;
    private static Program program;
    private static Browser browser;
    private static Window owner;
    private static Authenticator phone;

    @BeforeAll
    static void start() {
        database = TestDatabase.create();
        program = Program.on(data)
                .with("OFFRAMP_DATABASE_URL", database.address().jdbcUrl())
                .start();
        browser = Browser.start();
        owner = browser.window(URI.create(program.ownerLogin().get("url").asString()));
        phone = Authenticator.in(owner);
    }

    @AfterAll
    static void stop() {
        browser.close();
        program.close();
        database.close();
    }

    @Test
    void aPasskeyOpensEverythingUntilItIsRemoved() {
        FirstSteps.signInForTheFirstTime(owner, program.ownerLogin(), PASSWORD);
        addAPasskey();
        signInByPasskeyAlone();
        signInByPasswordThenPasskey();
        moveMoneyAfterConfirmingByPasskey();
        isRefusedWhereThePhoneDoesNotKnowItsOwner();
        opensNothingOnceItIsRemoved();
        owner.close();
    }

    private static void signOut() {
        owner.open("/me");
        owner.unfold(NAME);
        owner.press("Sign out");
        owner.seeNotice("You are signed out.");
    }

    private static void addAPasskey() {
        owner.open("/me/security");
        owner.press("Add a passkey");
        owner.seeProblem("Name of the passkey", "is required");
        assertThat(phone.passkeys()).as("none is made for nothing").isZero();
        owner.fill("Name of the passkey", "My phone");
        owner.press("Add a passkey");
        owner.see("Write these down");
        assertThat(phone.passkeys()).isEqualTo(1);
        owner.open("/me/security");
        assertThat(owner.row("My phone").text()).contains("never");
    }

    private static void signInByPasskeyAlone() {
        signOut();
        owner.press("Sign in with a passkey");
        owner.seeHeading("Overview");
        owner.open("/me/security");
        assertThat(owner.row("My phone").text()).doesNotContain("never");
    }

    private static void signInByPasswordThenPasskey() {
        signOut();
        FirstSteps.signIn(owner, program.ownerLogin(), PASSWORD);
        owner.seeHeading("Second factor");
        owner.press("Use a passkey");
        owner.seeHeading("Overview");
    }

    /// What was typed, and what was being sent, come through both confirmations.
    private static void moveMoneyAfterConfirmingByPasskey() {
        FirstSteps.earn(program.sandbox());
        String pin = program.credentials().get("pin").asString();
        FirstSteps.saveABank(owner, "0123456789");
        owner.follow("Withdrawals");
        owner.follow("To a bank");
        owner.chooseLike("To", "Access Bank");
        owner.fill("Amount", "50,000");
        letTenMinutesPass();
        owner.press("See what it comes to");
        owner.see("What comes next wants to know that it is still you.");
        owner.press("Use a passkey");
        owner.see("Nothing has been moved yet.");
        owner.fill("PIN", pin);
        letTenMinutesPass();
        owner.press("Withdraw");
        owner.see("What you have filled in is kept.");
        owner.press("Use a passkey");
        owner.press("Send it now");
        owner.seeProblem("PIN", "is required");
        owner.fill("PIN", pin);
        owner.press("Withdraw");
        owner.withoutReload(() -> owner.awaits("completed", A_WHILE));
    }

    /// A sign-in is fresh for ten minutes; no test waits for them.
    private static void letTenMinutesPass() {
        try (Connection connection =
                        DriverManager.getConnection(database.address().jdbcUrl());
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate("UPDATE session SET fresh_until = now() - interval '1 second'"))
                    .isPositive();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /// A stolen phone that nobody has unlocked: the browser gives nothing, and one that its thief has rebuilt to give
    /// something is refused by the server. After the password it need not know its owner.
    private static void isRefusedWhereThePhoneDoesNotKnowItsOwner() {
        phone.recognises(false);
        letTenMinutesPass();
        owner.open("/confirm");
        owner.press("Use a passkey");
        owner.seeAlert(NOT_GIVEN);
        signOut();
        owner.press("Sign in with a passkey");
        owner.seeAlert(NOT_GIVEN);

        owner.rewrite("/sign-in/passkey-options", "\"required\"", "\"discouraged\"");
        owner.open("/sign-in");
        owner.press("Sign in with a passkey");
        owner.seeAlert(NOT_KNOWN);
        owner.open("/me");
        owner.seeHeading("Sign in");

        owner.rewrite("/sign-in/code/passkey-options", "\"preferred\"", "\"discouraged\"");
        FirstSteps.signIn(owner, program.ownerLogin(), PASSWORD);
        owner.seeHeading("Second factor");
        owner.press("Use a passkey");
        owner.seeHeading("Overview");
        phone.recognises(true);
    }

    private static void opensNothingOnceItIsRemoved() {
        owner.open("/me/security");
        owner.row("My phone").press("Remove My phone");
        owner.seeNotice("The passkey opens nothing any more.");
        assertThat(phone.passkeys()).as("the phone still has it").isEqualTo(1);
        signOut();
        owner.press("Sign in with a passkey");
        owner.seeAlert(NOT_KNOWN);
        FirstSteps.signIn(owner, program.ownerLogin(), PASSWORD);
        owner.seeHeading("Overview");
        owner.see("Add a second factor.");
    }
}
