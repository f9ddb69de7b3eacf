package dev.offramp.acceptance.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.acceptance.browser.Browser;
import dev.offramp.acceptance.browser.CodeGenerator;
import dev.offramp.acceptance.browser.Window;
import dev.offramp.acceptance.program.Breet;
import dev.offramp.acceptance.program.Confidential;
import dev.offramp.acceptance.program.Inbox;
import dev.offramp.acceptance.program.Program;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// A new owner at the packaged program, from the first page to money in the bank, in one sitting.
class OwnerJourneyTest {

    private static final Duration A_WHILE = Duration.ofSeconds(60);
    private static final String EMAIL = "ada@example.com";
    private static final String PASSWORD = "a goose in the library";
    private static final String PIN = "482913";
    private static final String ACCOUNT = "0123456789";

    @TempDir
    private static Path data;

    private static Inbox inbox;
    private static Program program;
    private static Browser browser;
    private static Window ada;

    @BeforeAll
    static void start() {
        inbox = new Inbox();
        program = Program.on(data)
                .with("OFFRAMP_SIGN_UP", "open")
                .with("OFFRAMP_SANDBOX_BLOCK_MS", "400")
                .start();
        browser = Browser.start();
        ada = browser.window(URI.create(program.ownerLogin().get("url").asString()));
    }

    @AfterAll
    static void stop() {
        browser.close();
        program.command("audit");
        program.close();
        inbox.close();
    }

    @Test
    void aNewOwnerGetsFromTheFirstPageToMoneyInTheBank() {
        signUp();
        CodeGenerator app = addAnAuthenticatorApp();
        signOutAndIn(app);
        Breet api = makeACredential();
        setAWebhook();
        String trade = watchADepositToItsEnd();
        linkABankToTheAddress();
        withdrawWithThePin();
        assertThat(inbox.about(trade)).extracting(Inbox.Delivery::event).contains("trade.completed");
        rotateTheSecret(api);
        ada.close();
    }

    private static void signUp() {
        ada.open("/");
        ada.follow("Create an account");
        ada.seeHeading("Create an account");
        ada.fill("Your name", "Ada Obi");
        ada.fill("Business name", "Ada's Exchange");
        ada.fill("E-mail address", EMAIL);
        ada.fill("Password", PASSWORD);
        ada.press("Create account");
        ada.seeHeading("Sign in");
        ada.fill("E-mail address", EMAIL);
        ada.fill("Password", PASSWORD);
        ada.press("Sign in");
        ada.seeHeading("Overview");
        ada.see("Development");
    }

    private static CodeGenerator addAnAuthenticatorApp() {
        ada.open("/me/security");
        ada.follow("Add an authenticator app");
        String secret = ada.codeOf("Key");
        Confidential.OF_THIS_RUN.remember("TOTP secret", secret);
        CodeGenerator app = new CodeGenerator(secret);
        ada.fill("Code", app.next());
        ada.press("Turn it on");
        ada.see("Write these down");
        return app;
    }

    private static void signOutAndIn(CodeGenerator app) {
        ada.unfold("Ada Obi");
        ada.press("Sign out");
        ada.seeNotice("You are signed out.");
        ada.fill("E-mail address", EMAIL);
        ada.fill("Password", PASSWORD);
        ada.press("Sign in");
        ada.seeHeading("Second factor");
        ada.fill("Code", app.next());
        ada.press("Continue");
        ada.seeHeading("Overview");
    }

    private static Breet makeACredential() {
        ada.follow("API credentials");
        ada.follow("New credential");
        ada.press("Make the credential");
        Breet api = shown();
        assertThat(api.get("/users/fetch-integration").status()).isEqualTo(200);
        ada.follow("I have copied it");
        ada.seeHeading("API credentials");
        return api;
    }

    /// With the secret that the page shows this once.
    private static Breet shown() {
        return new Breet(
                program.baseUrl(), ada.codeOf("App ID (x-app-id)"), ada.codeOf("Secret (x-app-secret)"), "development");
    }

    private static void setAWebhook() {
        ada.follow("Webhooks");
        ada.follow("New endpoint");
        ada.fill("URL", inbox.url());
        ada.tick("Every event, also those there will be");
        ada.press("Ask the URL and save it");
        ada.seeNotice("The URL answered, and the endpoint is saved.");
    }

    /// @return the trade's id
    private static String watchADepositToItsEnd() {
        ada.follow("Addresses");
        ada.follow("Generate an address");
        ada.choose("Asset", "USDC on Solana");
        ada.fill("Label", "customer 1");
        ada.press("Generate");
        ada.seeNotice("The address is made.");
        ada.follow("Mock a deposit to it");
        ada.fill("Amount in dollars", "100");
        ada.press("Make the deposit");
        ada.withoutReload(() -> {
            ada.see("Confirming");
            ada.awaits("after a fee of", A_WHILE);
        });
        String trade = ada.codeOf("Id");
        inbox.await(A_WHILE, sent -> sent.id().equals(trade) && sent.event().equals("trade.completed"));
        return trade;
    }

    private static void linkABankToTheAddress() {
        ada.follow("Addresses");
        ada.row("customer 1").follow("customer 1");
        ada.unfold("Link a bank");
        ada.choose("Bank", "Access Bank (NGN)");
        ada.fill("Account number", ACCOUNT);
        ada.tick("Pay deposits to this address on to the bank");
        ada.press("Link the bank");
        ada.see("On: what is credited is paid on to the bank");
    }

    private static void withdrawWithThePin() {
        ada.follow("Settings");
        ada.fill("New PIN", PIN);
        ada.fill("New PIN once more", PIN);
        ada.press("Set the PIN");
        ada.seeNotice("The PIN is set.");
        FirstSteps.saveABank(ada, ACCOUNT);
        ada.follow("Withdrawals");
        ada.follow("To a bank");
        ada.chooseLike("To", "Access Bank");
        ada.fill("Amount", "50,000");
        ada.press("See what it comes to");
        ada.see("Nothing has been moved yet.");
        ada.fill("PIN", PIN);
        ada.press("Withdraw");
        ada.withoutReload(() -> ada.awaits("completed", A_WHILE));
    }

    private static void rotateTheSecret(Breet first) {
        Breet second = rotated("works for 1 hour more");
        assertThat(isKnown(first)).as("the old one has an hour more").isTrue();
        assertThat(isKnown(second)).isTrue();
        Breet third = rotated("dies at once");
        assertThat(isKnown(first)).isFalse();
        assertThat(isKnown(second)).as("the old one is dead at once").isFalse();
        assertThat(isKnown(third)).isTrue();
        holdTheTableAgainstTheBalances(third);
    }

    private static Breet rotated(String grace) {
        ada.follow("API credentials");
        ada.row("works").follow(ada.row("works").links().getFirst());
        ada.choose("The old secret", grace);
        ada.press("Make a new secret");
        return shown();
    }

    private static boolean isKnown(Breet api) {
        return api.get("/users/fetch-integration").status() == 200;
    }

    private static void holdTheTableAgainstTheBalances(Breet api) {
        ada.follow("Reports");
        List<String[]> table = ada.download("Download as CSV")
                .lines()
                .map(line -> line.split(",", -1))
                .toList();
        List<String> head = List.of(table.getFirst());
        for (JsonNode wallet : api.get("/users/fetch-integration").data().get("fiatWallets")) {
            String currency = wallet.get("currency").asString();
            BigDecimal sum = table.stream()
                    .filter(line -> line[head.indexOf("asset")].equalsIgnoreCase(currency))
                    .map(line -> new BigDecimal(line[head.indexOf("change")]))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(sum)
                    .as(currency)
                    .isEqualByComparingTo(wallet.get("balance").decimalValue());
        }
    }
}
