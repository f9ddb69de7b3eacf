package dev.offramp.acceptance.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.acceptance.browser.Authenticator;
import dev.offramp.acceptance.browser.Browser;
import dev.offramp.acceptance.browser.Examination;
import dev.offramp.acceptance.browser.Visitor;
import dev.offramp.acceptance.browser.Window;
import dev.offramp.acceptance.dashboard.PageTable.Row;
import dev.offramp.acceptance.program.Breet;
import dev.offramp.acceptance.program.Inbox;
import dev.offramp.acceptance.program.Program;
import dev.offramp.mail.smtp.TestMailServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/// Every page of the dashboard, with something on it: fit for everybody, and shown in the documentation.
class EveryPageTest {

    private static final Duration A_WHILE = Duration.ofSeconds(60);
    private static final String USDC = "SOL_USDC_JKVK";
    private static final String PASSWORD = "a goose in the library";
    private static final long BYTES_MAX = 12_000_000;

    private static final Examination EXAMINATION = new Examination(PageTable.FOLDER);

    @TempDir
    private static Path data;

    private static Inbox inbox;
    private static TestMailServer mail;
    private static Program program;
    private static Browser browser;
    private static Window stranger;
    private static Window halfway;
    private static Window owner;
    private static final Map<Row, String> ADDRESSES = new ConcurrentHashMap<>();

    @BeforeAll
    static void start() {
        inbox = new Inbox();
        // While the program starts, nothing else is to be done.
        CompletableFuture<Browser> starting = CompletableFuture.supplyAsync(Browser::start);
        mail = TestMailServer.inTheClear();
        program = Program.on(data)
                .with("OFFRAMP_SIGN_UP", "open")
                .with("OFFRAMP_SANDBOX_WEBHOOK_URL", inbox.url())
                .with("OFFRAMP_SMTP_URL", mail.url().toString())
                .with("OFFRAMP_MAIL_FROM", "no-reply@example.com")
                .with("OFFRAMP_SANDBOX_BLOCK_MS", "1000")
                .start();
        work(program.sandbox());
        JsonNode login = program.ownerLogin();
        URI site = URI.create(login.get("url").asString());
        browser = starting.join();
        stranger = browser.window(site);
        halfway = browser.window(site);
        owner = browser.window(site);
        FirstSteps.signInForTheFirstTime(owner, login, PASSWORD);
        CompletableFuture<Void> link = CompletableFuture.runAsync(EveryPageTest::makeALink);
        begin();
        link.join();
        findAddresses(site, login);
    }

    /// What a business does in its first hour, so that no page is empty.
    private static void work(Breet breet) {
        String address = breet.generate(USDC, "Customer 1", "").get("address").asString();
        String bank = ",\"bankId\":\"25\",\"accountNumber\":\"0123456789\",\"autoSettlement\":true";
        String other = breet.generate(USDC, "Customer 2", bank).get("address").asString();
        awaitTold(breet.mock(address, USDC, "100", "100", "first"), "trade.completed");
        awaitTold(breet.mock(address, USDC, "5", "5", "second"), "trade.flagged");
        awaitTold(breet.mock(other, USDC, "59", "59", "third"), "trade.completed");
        inbox.await(A_WHILE, sent -> sent.event().equals("withdrawal.completed"));
    }

    /// One after the other, and without asking: the pictures of what was asked and told are the same each time.
    private static void awaitTold(String trade, String event) {
        inbox.await(A_WHILE, sent -> sent.id().equals(trade) && sent.event().equals(event));
    }

    /// What nothing but people can begin.
    private static void begin() {
        Authenticator.in(owner);
        owner.open("/me/security");
        owner.fill("Name of the passkey", "My phone");
        owner.press("Add a passkey");
        owner.see("Write these down");
        owner.open("/");
        owner.follow("Team");
        owner.fill("E-mail address", "ben@example.com");
        owner.chooseLike("Role", "eveloper");
        owner.press("Make an invitation");
        owner.seeNotice("A letter with the invitation is on its way to ben@example.com.");
        noteLink("ben@example.com", "/invitations/");
        owner.open("/me");
        owner.fill("New e-mail address", "owner@example.com");
        owner.press("Change your address");
        owner.seeNotice("A letter with a link is on its way to that address.");
        noteLink("owner@example.com", "/me/email/");
        owner.open("/");
        saveBankAndAddress();
        owner.follow("Withdrawals");
        owner.follow("To a bank");
        owner.chooseLike("To", "Access Bank");
        owner.fill("Amount", "50,000");
        lookAhead();
        owner.follow("Convert");
        owner.choose("Convert", "NGN into USD");
        owner.fill("Amount to convert", "80,000");
        lookAhead();
        owner.press("Convert");
        owner.seeNotice("Converted:");
        owner.follow("Convert");
        owner.choose("Convert", "USD into NGN");
        owner.fill("Amount to convert", "10");
        lookAhead();
        owner.follow("Withdrawals");
        owner.follow("Stablecoins");
        owner.chooseLike("To", "Treasury");
        owner.fill("Amount in dollars", "20");
        owner.choose("Fee", "Medium");
        lookAhead();
    }

    /// A link that was mailed.
    private static void noteLink(String recipient, String path) {
        Matcher link = Pattern.compile(path + "[\\w-]+").matcher(mail.await(recipient, path, A_WHILE));
        assertThat(link.find()).isTrue();
        note(link.group());
    }

    private static void makeALink() {
        note(URI.create(program.jsonCommand(
                                "people",
                                "reset-password",
                                "--json",
                                program.ownerLogin().get("email").asString())
                        .get("link")
                        .asString())
                .getPath());
    }

    private static void saveBankAndAddress() {
        FirstSteps.saveABank(owner, "0123456789");
        owner.follow("Saved addresses");
        owner.follow("Save an address");
        owner.chooseLike("Coin", "USDC");
        owner.chooseLike("Network", "Solana");
        owner.fill("Address", "7S3P4HxJpyyigGzodYwHtCxZyUQe9JiBMHyRWXArAaKv");
        owner.fill("Your name for it", "Treasury");
        owner.press("Save the address");
        owner.seeNotice("The address is saved.");
    }

    /// Begun and not finished.
    private static void lookAhead() {
        owner.press("See what it comes to");
        owner.see("Nothing has been moved yet.");
        note(owner.path());
    }

    private static void note(String path) {
        PageTable.fitting(path).ifPresent(page -> ADDRESSES.put(page, path));
    }

    private static void findAddresses(URI site, JsonNode login) {
        halfway.open("/");
        halfway.fill("E-mail address", login.get("email").asString());
        halfway.fill("Password", PASSWORD);
        halfway.press("Sign in");
        halfway.seeHeading("Second factor");
        note(halfway.path());
        Links.walk(new Visitor(site), List.of("/", "/sign-in")).forEach(ADDRESSES::putIfAbsent);
        Visitor asOwner = new Visitor(site);
        owner.cookies().forEach(cookie -> asOwner.cookies().put(cookie.name, cookie.value));
        Links.walk(asOwner, List.of("/", "/confirm")).forEach(ADDRESSES::putIfAbsent);
    }

    @AfterAll
    static void stop() {
        browser.close();
        program.close();
        inbox.close();
        mail.close();
    }

    static List<Row> pages() {
        return PageTable.pages();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void isFitForEverybodyAndShown(Row page) {
        assertThat(ADDRESSES).as("links to " + page.path()).containsKey(page);
        Window window = windowOf(page);
        window.open(ADDRESSES.get(page));

        assertThat(page.fits(window.path())).as("sent to " + window.path()).isTrue();
        assertThat(EXAMINATION.faults(window, page.name())).isEmpty();
        window.failIfAnythingIsWrong();
    }

    private static Window windowOf(Row page) {
        if (page.path().equals("/sign-in/code")) {
            return halfway;
        }
        return page.isOpen() ? stranger : owner;
    }

    @Test
    void showsNoPageThatIsGone() {
        Set<String> names = PageTable.pages().stream().map(Row::name).collect(Collectors.toSet());
        assertThat(pictures())
                .extracting(picture ->
                        picture.getFileName().toString().replaceAll("-(desktop|phone)-(light|dark)\\.png", ""))
                .isSubsetOf(names);
    }

    @Test
    void takesLittleRoom() {
        long bytes = pictures().stream()
                .mapToLong(picture -> picture.toFile().length())
                .sum();
        assertThat(bytes).isLessThan(BYTES_MAX);
    }

    private static List<Path> pictures() {
        try (Stream<Path> files = Files.list(PageTable.FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".png")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
