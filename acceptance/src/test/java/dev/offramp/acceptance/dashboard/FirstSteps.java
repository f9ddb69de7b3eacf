package dev.offramp.acceptance.dashboard;

import dev.offramp.acceptance.browser.Window;
import dev.offramp.acceptance.program.Breet;
import java.time.Duration;
import tools.jackson.databind.JsonNode;

/// What journeys begin with.
final class FirstSteps {

    private static final Duration A_WHILE = Duration.ofSeconds(60);
    private static final String USDC = "SOL_USDC_JKVK";

    private FirstSteps() {}

    /// Gives address and password; what comes next depends on them.
    ///
    /// @param login as the program wrote it down
    static void signIn(Window window, JsonNode login, String password) {
        window.open("/sign-in");
        window.fill("E-mail address", login.get("email").asString());
        window.fill("Password", password);
        window.press("Sign in");
    }

    /// The password that the program made must be changed before anything else opens.
    static void signInForTheFirstTime(Window window, JsonNode login, String password) {
        signIn(window, login, login.get("password").asString());
        changeMadePassword(window, password);
    }

    static void changeMadePassword(Window window, String password) {
        window.seeHeading("Change your password");
        window.fill("New password", password);
        window.press("Change password");
        window.seeNotice("Your password is changed.");
    }

    /// A customer's deposit of 100 dollars, credited.
    static void earn(Breet breet) {
        JsonNode wallet = breet.generate(USDC, "customer", "");
        String trade = breet.mock(wallet.get("address").asString(), USDC, "100", "100", "first");
        breet.await(
                "/trades/transactions/" + trade,
                A_WHILE,
                it -> it.get("status").asString().equals("completed"));
    }

    /// From any page of a business.
    static void saveABank(Window window, String accountNumber) {
        window.follow("Banks");
        window.follow("Save a bank account");
        window.choose("Bank", "Access Bank (NGN)");
        window.fill("Account number", accountNumber);
        window.press("Ask in whose name it is");
        window.press("Yes, save it");
        window.seeNotice("The account is saved.");
    }
}
