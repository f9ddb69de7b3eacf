package dev.offramp.acceptance.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.acceptance.browser.Browser;
import dev.offramp.acceptance.browser.Window;
import dev.offramp.acceptance.program.Program;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A withdrawal that something comes in the way of: whatever it is, what was typed is there when one goes on.
class HalfFinishedTest {

    private static final String PASSWORD = "a goose in the library";
    private static final String NARRATION = "rent of May";
    private static final String OVER = "Your sign-in is over.";

    @TempDir
    private static Path data;

    private static Program program;
    private static Browser browser;
    private static Window owner;
    private static String home;

    @BeforeAll
    static void start() {
        program = Program.on(data).start();
        browser = Browser.start();
        owner = browser.window(URI.create(program.ownerLogin().get("url").asString()));
        FirstSteps.signInForTheFirstTime(owner, program.ownerLogin(), PASSWORD);
        owner.open("/");
        home = owner.path();
        FirstSteps.earn(program.sandbox());
        FirstSteps.saveABank(owner, "0123456789");
    }

    private static void signIn(String password) {
        owner.fill("E-mail address", program.ownerLogin().get("email").asString());
        owner.fill("Password", password);
        owner.press("Sign in");
    }

    @AfterAll
    static void stop() {
        browser.close();
        program.close();
    }

    @BeforeEach
    void begin() {
        owner.open(home + "/withdrawals/bank");
        owner.seeHeading("Withdraw to a bank");
        if (owner.hasButton("Throw it away")) {
            owner.press("Throw it away");
            owner.open(home + "/withdrawals/bank");
        }
        owner.see("What you type is kept until it is done.");
        owner.untilAnswered("/keep", () -> owner.chooseLike("To", "Access Bank"));
    }

    /// In another tab, so that this one knows nothing of it.
    private static void signOutElsewhere() {
        Window other = owner.tab();
        other.open("/me");
        other.unfold("Owner");
        other.press("Sign out");
        other.seeNotice("You are signed out.");
        other.close();
    }

    private static void seesWhatWasTyped(String amount) {
        assertThat(owner.valueOf("Amount")).isEqualTo(amount);
        assertThat(owner.valueOf("To")).isNotEmpty();
        assertThat(owner.valueOf("Narration")).isEqualTo(NARRATION);
    }

    /// The last field was kept by nobody, and no page was left because of it.
    @Test
    void goesOnAfterTheSessionEndedWhileItWasTyped() {
        signOutElsewhere();
        owner.withoutReload(() -> {
            owner.fill("Amount", "1,250.50");
            owner.fill("Narration", NARRATION);
            owner.key("Tab");
            owner.see("Not kept: your sign-in is over.");
        });
        owner.press("See what it comes to");
        owner.see(OVER);
        signIn("not the right one");
        owner.seeAlert("do not go together");
        owner.see(OVER);
        signIn(PASSWORD);
        owner.press("Send it now");
        owner.see("Nothing has been moved yet.");
        assertThat(owner.of("Narration")).isEqualTo(NARRATION);
        owner.follow("Change it");
        seesWhatWasTyped("1,250.50");
    }

    @Test
    void goesOnInATabThatIsOlderThanTheSignIn() {
        owner.fill("Narration", NARRATION);
        signOutElsewhere();
        Window other = owner.tab();
        other.open("/sign-in");
        other.fill("E-mail address", program.ownerLogin().get("email").asString());
        other.fill("Password", PASSWORD);
        other.press("Sign in");
        other.seeHeading("Overview");
        other.close();

        owner.fill("Amount", "1300");
        owner.press("See what it comes to");
        owner.see("You signed in again after this page was opened.");
        owner.press("Send it now");
        owner.see("Nothing has been moved yet.");
        owner.follow("Change it");
        seesWhatWasTyped("1300");
    }

    @Test
    void isThereAfterTheServerWasKilled() {
        type("Amount", "1400");
        type("Narration", NARRATION);
        owner.see("Kept.");
        program.kill();
        owner.whileAway(() -> {
            owner.fill("Amount", "1401");
            owner.key("Tab");
            owner.see("Not kept: the server does not answer.");
        });
        program.with(
                        "OFFRAMP_PORT",
                        String.valueOf(URI.create(program.baseUrl()).getPort()))
                .start();

        seesWhatWasTyped("1401");
        type("Amount", "1402");
        owner.see("Kept.");
        owner.reload();
        owner.see("This is what you had begun.");
        seesWhatWasTyped("1402");
    }

    /// Into a field and out of it, until that is kept.
    private static void type(String label, String text) {
        owner.untilAnswered("/keep", () -> {
            owner.fill(label, text);
            owner.key("Tab");
        });
    }

    @Test
    void isThereWhenOneGoesBackOrIsRefused() {
        owner.fill("Amount", "1500");
        owner.fill("Narration", NARRATION);
        owner.press("See what it comes to");
        owner.see("Nothing has been moved yet.");
        owner.back();
        owner.seeHeading("Withdraw to a bank");
        seesWhatWasTyped("1500");

        owner.fill("Amount", "999,999,999");
        owner.press("See what it comes to");
        owner.seeProblem("Amount", "balance");
        seesWhatWasTyped("999,999,999");
        owner.follow("Transactions");
        owner.seeHeading("Transactions");
        owner.follow("Withdrawals");
        owner.follow("To a bank");
        seesWhatWasTyped("999,999,999");
    }
}
