package dev.offramp.acceptance.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.acceptance.browser.Browser;
import dev.offramp.acceptance.browser.CodeGenerator;
import dev.offramp.acceptance.browser.Part;
import dev.offramp.acceptance.browser.Window;
import dev.offramp.acceptance.program.Breet;
import dev.offramp.acceptance.program.Confidential;
import dev.offramp.acceptance.program.Inbox;
import dev.offramp.acceptance.program.Program;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// An operator of an installation that is open for production, at the packaged program: from the password that the
/// program made to all that operators decide. Ada, whose business it concerns, looks on at another browser.
class OperatorJourneyTest {

    private static final Duration A_WHILE = Duration.ofSeconds(60);
    private static final String BUSINESS = "Ada's Exchange";
    private static final String USDC = "SOL_USDC_JKVK";
    private static final String ON_BSC = "USDC_BSC_TEST";
    private static final String ON_TRON = "USDT_TRX_TEST2";
    private static final String PASSWORD = "a lamp at the far end of the pier";
    private static final String ADAS_PASSWORD = "a goose in the library";

    @TempDir
    private static Path data;

    @TempDir
    private static Path secrets;

    private static Inbox inbox;
    private static Program program;
    private static Browser browser;
    private static Window operator;
    private static Window ada;
    private static Breet api;

    @BeforeAll
    static void start() throws IOException {
        inbox = new Inbox();
        Path passphrase = Files.writeString(secrets.resolve("passphrase"), "correct horse battery staple");
        program = Program.on(data)
                .with("OFFRAMP_PRODUCTION", "on")
                .with("OFFRAMP_KEY_PASSPHRASE_FILE", passphrase.toString())
                .with("OFFRAMP_ALLOW_LOOPBACK_HTTP", "on")
                .with("OFFRAMP_SANDBOX_BLOCK_MS", "400")
                .start();
        URI site = URI.create(program.ownerLogin().get("url").asString());
        browser = Browser.start();
        operator = browser.window(site);
        ada = browser.window(site);
    }

    @AfterAll
    static void stop() {
        browser.close();
        program.command("audit");
        program.close();
        inbox.close();
    }

    @Test
    void anOperatorSeesToEverythingThatWaitsForAPerson() {
        signIn();
        enrolASecondFactor();
        openProductionToABusiness();
        completeAFlaggedDeposit();
        rejectAFlaggedDeposit();
        leaveOneToItsCustomer();
        suspendTheBusinessForAMoment();
        pauseAChain();
        setARate();
        decideAnIncident();
        reconcile();
        operator.close();
        ada.close();
    }

    private static void signIn() {
        JsonNode login = program.ownerLogin();
        FirstSteps.signIn(operator, login, login.get("password").asString());
        operator.seeHeading("Change your password");
        operator.open("/operator");
        FirstSteps.changeMadePassword(operator, PASSWORD);
    }

    private static void enrolASecondFactor() {
        operator.open("/operator");
        operator.see("Add an authenticator app or a passkey to your sign-in first.");
        operator.open("/me/security");
        operator.follow("Add an authenticator app");
        String secret = operator.codeOf("Key");
        Confidential.OF_THIS_RUN.remember("TOTP secret", secret);
        operator.fill("Code", new CodeGenerator(secret).next());
        operator.press("Turn it on");
        operator.see("Write these down");
        operator.open("/operator");
        operator.seeHeading("Health");
    }

    /// Ada comes by an invitation, and finds production closed until the operator opens it.
    private static void openProductionToABusiness() {
        JsonNode invitation = program.jsonCommand("people", "invite", "--json", "ada@example.com");
        ada.open(URI.create(invitation.get("link").asString()).getPath());
        ada.see("ada@example.com is invited to found a business here.");
        ada.fill("Your name", "Ada Obi");
        ada.fill("Business name", BUSINESS);
        ada.fill("Password", ADAS_PASSWORD);
        ada.press("Create account");
        ada.seeHeading("Sign in");
        ada.fill("E-mail address", "ada@example.com");
        ada.fill("Password", ADAS_PASSWORD);
        ada.press("Sign in");
        ada.seeHeading("Overview");
        ada.follow("Production");
        ada.see("Production opens for this business when an operator has approved it.");

        operator.section("What wants attention").follow("Integrations");
        operator.follow(BUSINESS);
        operator.press("Approve for production");
        operator.section("Open production to it?").press("Approve");
        operator.seeNotice("Production is open to it.");

        ada.reload();
        ada.see("Add an authenticator app or a passkey to your sign-in first.");
        ada.follow("Go to development");
        ada.seeHeading("Overview");
        JsonNode credential = program.jsonCommand("credentials", "issue", "--json", "--integration", BUSINESS);
        api = new Breet(
                program.baseUrl(),
                credential.get("appId").asString(),
                credential.get("appSecret").asString(),
                "development");
    }

    /// A deposit below the minimum, as both of them see it.
    private static String flagged(String customer, String asset, String dollars) {
        String address = api.generate(asset, customer, "").get("address").asString();
        String trade = api.mock(address, asset, dollars, dollars, customer);
        api.await(
                "/trades/transactions/" + trade,
                A_WHILE,
                it -> it.get("status").asString().equals("flagged"));
        ada.follow("Transactions");
        ada.row(customer).follow(ada.row(customer).links().getFirst());
        ada.see("Held back");
        operator.follow("Flagged deposits");
        Part row = operator.row(customer);
        assertThat(row.text()).contains(BUSINESS, dollars, "Below the minimum", "Held back");
        row.follow("Decide about " + trade);
        operator.seeHeading("Flagged deposit");
        return trade;
    }

    private static void completeAFlaggedDeposit() {
        String trade = flagged("customer 1", USDC, "12");
        assertThat(operator.of("Why it was flagged")).isEqualTo("Below the minimum");
        assertThat(operator.of("Minimum of the asset")).isEqualTo("50 USD");
        assertThat(operator.of("Business")).isEqualTo(BUSINESS);

        ada.withoutReload(() -> {
            operator.press("Complete");
            operator.section("Complete this deposit?").press("Complete");
            operator.seeNotice("The deposit is completed and credited.");
            ada.awaits("after a fee of", A_WHILE);
        });

        operator.see("Nothing waits for a decision");
        assertThat(ada.of("Fee for completing it")).endsWith("NGN");
        assertThat(ada.section("Ledger lines").row("your balance").text()).contains("deposit credited", "exchange");
        JsonNode seen = api.get("/trades/transactions/" + trade).data();
        assertThat(seen.get("status").asString()).isEqualTo("completed");
        assertThat(seen.get("flagFeeUSD").decimalValue()).isEqualByComparingTo("10");
        assertThat(entry("completed a flagged deposit")).contains(login(), trade, "flagged");
    }

    private static void rejectAFlaggedDeposit() {
        String trade = flagged("customer 2", USDC, "13");
        operator.press("Reject");
        operator.seeProblem("Reason", "Reason is required.");
        operator.fill("Reason", "sent from an address that is not the customer's");

        ada.withoutReload(() -> {
            operator.press("Reject");
            operator.seeNotice("The deposit is rejected.");
            ada.awaits("Rejected", A_WHILE);
        });

        ada.see("sent from an address that is not the customer's");
        ada.section("Ledger lines").see("deposit held back");
        JsonNode seen = api.get("/trades/transactions/" + trade).data();
        assertThat(seen.get("status").asString()).isEqualTo("flagged");
        assertThat(entry("rejected a flagged deposit"))
                .contains(login(), trade, "sent from an address that is not the customer's");
        operator.back();
    }

    /// The third way out is none of the operator's: the customer sends the rest, and the deposit leaves the list.
    private static void leaveOneToItsCustomer() {
        String trade = flagged("customer 3", USDC, "20");
        String address =
                api.get("/trades/transactions/" + trade).data().get("address").asString();

        ada.withoutReload(() -> {
            api.mock(address, USDC, "40", "40", "the rest");
            ada.awaits("after a fee of", A_WHILE);
        });

        operator.press("Complete");
        operator.section("Complete this deposit?").press("Complete");
        operator.seeAlert("It does not wait for a decision");
        operator.see("Nothing waits for a decision");
    }

    private static void suspendTheBusinessForAMoment() {
        assertThat(isAnswered()).isTrue();
        operator.follow("Integrations");
        operator.follow(BUSINESS);
        operator.press("Suspend");
        operator.section("Suspend this business?").press("Suspend");
        operator.seeNotice("Its requests are refused from now on.");
        assertThat(isAnswered()).isFalse();

        operator.press("Resume");
        operator.section("Answer its requests again?").press("Resume");
        operator.seeNotice("Its requests are answered again.");
        assertThat(isAnswered()).isTrue();

        operator.follow("Its audit log");
        assertThat(operator.row("suspended an integration").text()).contains(login());
        assertThat(operator.row("resumed an integration").text()).contains(login());
        assertThat(operator.row("approved an integration").text()).contains(login());
    }

    private static boolean isAnswered() {
        return api.get("/users/fetch-integration").status() == 200;
    }

    private static void pauseAChain() {
        operator.follow("Chains");
        operator.row("Tron Development").follow("Tron");
        operator.press("Pause");
        operator.seeProblem("Reason", "Reason is required.");
        operator.fill("Reason", "the node is being replaced");
        operator.press("Pause");
        operator.seeNotice("Paused.");
        operator.see("the node is being replaced");
        operator.follow("Health");
        assertThat(operator.section("What wants attention").text()).contains("Paused: 1");

        String address = api.generate(ON_TRON, "customer 4", "").get("address").asString();
        String trade = api.mock(address, ON_TRON, "80", "80", "customer 4");
        operator.row("Chains").follow("Chains");
        operator.row("Tron Development").follow("Tron");
        assertThat(api.get("/trades/transactions/" + trade).data().get("status").asString())
                .isEqualTo("pending");
        operator.press("End the pause");
        operator.section("End the pause?").press("End the pause");
        operator.seeHeading("Pause this chain");
        api.await(
                "/trades/transactions/" + trade,
                A_WHILE,
                it -> it.get("status").asString().equals("completed"));
        assertThat(entry("paused a chain")).contains("tron", "the node is being replaced");
    }

    private static void setARate() {
        operator.follow("Rates");
        operator.section("Production").follow("USD NGN");
        operator.fill("Rate", "1605");
        operator.fill("Hours it holds", "24");
        operator.press("Set the rate");
        operator.seeNotice("The rate is in use.");
        assertThat(operator.of("Rate")).isEqualTo("1,605");

        operator.fill("Rate", "3000");
        operator.fill("Hours it holds", "24");
        operator.press("Set the rate");
        operator.seeProblem("Rate", "more than a fifth away from the last rate, 1,605");
        assertThat(operator.valueOf("Rate")).isEqualTo("3000");
        assertThat(operator.valueOf("Hours it holds")).isEqualTo("24");

        operator.press("Withdraw it");
        operator.section("Withdraw this rate?").press("Withdraw");
        operator.seeNotice("The pair has no rate now.");
        assertThat(operator.section("Rates set by hand").row("1,605").text()).contains(login());
        assertThat(entry("set a rate")).contains("1605");
    }

    /// A credited deposit leaves its chain.
    private static void decideAnIncident() {
        String address = api.generate(ON_BSC, "customer 5", "").get("address").asString();
        String trade = api.mock(address, ON_BSC, "90", "90", "customer 5");
        JsonNode credited = api.await(
                "/trades/transactions/" + trade,
                A_WHILE,
                it -> it.get("status").asString().equals("completed"));
        find(credited.get("txHash").asString(), trade);
        operator.follow("Chains");
        operator.row("BSC Development").follow("BSC");
        String height = operator.of("Read up to").split("\\s")[0].replace(",", "");
        program.command("sandbox", "reorg", "--network", "bsc", "--depth", height, "--fate", "dropped");

        operator.follow("Health");
        operator.withoutReload(() -> operator.section("What wants attention").awaits("To be decided: 1", A_WHILE));
        operator.section("What wants attention").follow("Incidents");
        assertThat(operator.of("Deposit")).isEqualTo(trade);
        assertThat(operator.of("Now")).isEqualTo("Gone");
        operator.follow("BSC, development");
        operator.press("Read on");
        operator.section("Read this chain again?").press("Read on");
        operator.seeAlert("Decide its incidents first: 1 open.");
        operator.follow("See the incidents");
        operator.press("Correct");
        operator.section("Correct the books?").press("Correct");
        operator.seeNotice("The books are corrected.");
        assertThat(operator.row(BUSINESS).text()).contains("Corrected", login());
        operator.follow("Chains");
        operator.row("BSC Development").follow("BSC");
        operator.press("Read on");
        operator.section("Read this chain again?").press("Read on");
        operator.seeNotice("Reading goes on from block");

        assertThat(api.get("/trades/transactions/" + trade).data().get("status").asString())
                .isEqualTo("deleted");
        ada.follow("Transactions");
        assertThat(ada.row("customer 5").text()).contains("Left the chain");
        assertThat(entry("corrected the books after an incident")).contains(trade);
    }

    private static void find(String hash, String trade) {
        operator.follow("Deposit finder");
        Part byText = operator.section("By transaction or address");
        byText.fill("Transaction hash or address", hash);
        byText.press("Find");
        assertThat(operator.section("What was found").row(hash).text())
                .contains(BUSINESS, "90 USDC", "Credited", "deposit " + trade);
    }

    private static void reconcile() {
        operator.follow("Reconciliation");
        operator.press("Reconcile now");
        operator.withoutReload(() -> operator.awaits("Sound", A_WHILE));
        operator.follow("Health");
        assertThat(operator.row("Reconciliation").text()).contains("Sound");
        assertThat(operator.row("Flagged deposits").text()).contains("None");
        assertThat(operator.row("Incidents").text()).contains("None");
    }

    /// The latest line of the audit log that says this.
    private static String entry(String words) {
        operator.open("/operator/trail");
        return operator.row(words).text();
    }

    private static String login() {
        return program.ownerLogin().get("email").asString();
    }
}
