package dev.offramp.acceptance.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.acceptance.browser.Browser;
import dev.offramp.acceptance.browser.Examination;
import dev.offramp.acceptance.browser.Visitor;
import dev.offramp.acceptance.browser.Window;
import dev.offramp.acceptance.dashboard.PageTable.Row;
import dev.offramp.acceptance.program.Breet;
import dev.offramp.acceptance.program.Inbox;
import dev.offramp.acceptance.program.Program;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    private static final long BYTES_MAX = 12_000_000;

    private static final Examination EXAMINATION = new Examination(PageTable.FOLDER);

    @TempDir
    private static Path data;

    private static Inbox inbox;
    private static Program program;
    private static Browser browser;
    private static Window stranger;
    private static Window owner;
    private static final Map<Row, String> ADDRESSES = new HashMap<>();

    @BeforeAll
    static void start() {
        inbox = new Inbox();
        program = Program.on(data)
                .with("OFFRAMP_SIGN_UP", "open")
                .with("OFFRAMP_SANDBOX_WEBHOOK_URL", inbox.url())
                .start();
        work(program.sandbox());
        JsonNode login = program.ownerLogin();
        URI site = URI.create(login.get("url").asString());
        browser = Browser.start();
        stranger = browser.window(site);
        owner = browser.window(site);
        signIn(login);
        findAddresses(site, login);
    }

    /// What a business does in its first hour, so that no page is empty.
    private static void work(Breet breet) {
        String address = breet.generate(USDC, "Customer 1", "").get("address").asString();
        String credited = breet.mock(address, USDC, "100", "100", "first");
        String heldBack = breet.mock(address, USDC, "5", "5", "second");
        breet.generate(
                USDC, "Customer 2", ",\"bankId\":\"25\",\"accountNumber\":\"0123456789\",\"autoSettlement\":true");
        breet.await("/trades/transactions/" + credited, A_WHILE, trade -> is(trade, "completed"));
        breet.await("/trades/transactions/" + heldBack, A_WHILE, trade -> is(trade, "flagged"));
    }

    private static boolean is(JsonNode data, String status) {
        return data.get("status").asString().equals(status);
    }

    private static void signIn(JsonNode login) {
        owner.open("/");
        owner.fill("E-mail", login.get("email").asString());
        owner.fill("Password", login.get("password").asString());
        owner.press("Sign in");
        owner.seeHeading("Overview");
    }

    private static void findAddresses(URI site, JsonNode login) {
        ADDRESSES.putAll(Links.walk(new Visitor(site), List.of("/", "/sign-in", "/sign-in/code")));
        Visitor visitor = new Visitor(site);
        visitor.submit(
                "/sign-in",
                "/sign-in",
                Map.of(
                        "email", login.get("email").asString(),
                        "password", login.get("password").asString()));
        Links.walk(visitor, List.of("/", "/confirm")).forEach(ADDRESSES::putIfAbsent);
    }

    @AfterAll
    static void stop() {
        browser.close();
        program.close();
        inbox.close();
    }

    static List<Row> pages() {
        return PageTable.pages();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void isFitForEverybodyAndShown(Row page) {
        assertThat(ADDRESSES).as("links to " + page.path()).containsKey(page);
        Window window = page.isOpen() ? stranger : owner;
        window.open(ADDRESSES.get(page));

        assertThat(page.fits(window.path())).as("sent to " + window.path()).isTrue();
        assertThat(EXAMINATION.faults(window, page.name())).isEmpty();
        window.failIfAnythingIsWrong();
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
