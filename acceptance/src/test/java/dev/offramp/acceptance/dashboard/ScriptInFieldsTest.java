package dev.offramp.acceptance.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.offramp.acceptance.browser.Browser;
import dev.offramp.acceptance.browser.Visitor;
import dev.offramp.acceptance.browser.Visitor.Reply;
import dev.offramp.acceptance.browser.WebForm;
import dev.offramp.acceptance.browser.Window;
import dev.offramp.acceptance.program.Breet;
import dev.offramp.acceptance.program.Program;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What somebody types who hopes that another's browser runs it: into every field of every form, into every address
/// that a page reads, and through the API. Forms and addresses are read off the pages, so that new ones are met by
/// themselves. Then everybody's pages are opened in Chromium: nothing may have run, nothing may have become an
/// element, and what was typed is read as it was typed.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ScriptInFieldsTest {

    private static final Duration A_WHILE = Duration.ofSeconds(60);
    private static final String USDC = "SOL_USDC_JKVK";
    private static final String PASSWORD = "a goose in the library";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /// None is longer than the shortest field that people name things in.
    private static final List<String> TEXTS = List.of(
            "\"><img src=x onerror=hacked=1>",
            "<script>hacked=1</script>",
            "' autofocus onfocus='hacked=1",
            "</textarea><svg/onload=hacked=1>",
            "<b data-hacked>bold</b>",
            "javascript:hacked=1//",
            "{{7*7}}${7*7}@raw<%=7*7%>",
            "=HYPERLINK(\"http://a.b\",\"c\")",
            "a\u202Egpj.exe");

    private static final List<String> ELSEWHERE = List.of(
            "https://elsewhere.example/",
            "//elsewhere.example/",
            "/\\elsewhere.example/",
            "/%09/elsewhere.example",
            "/\t/elsewhere.example",
            "javascript:hacked=1//",
            "/me\r\nSet-Cookie: a=b");

    private static final Pattern TABLE = Pattern.compile("href=\"(/[^\"]*\\.csv[^\"]*)\"");
    private static final Pattern QUERY = Pattern.compile("[?&](?:amp;)?([a-z-]+)=");

    @TempDir
    private static Path data;

    private static HttpServer receiver;
    private static Program program;
    private static URI site;
    private static Visitor owner;
    private static Visitor founder;
    private static Typing typing;
    private static Browser browser;
    private static Window window;

    /// Texts that a form took.
    private static final Set<String> TAKEN = new HashSet<>();

    @BeforeAll
    static void start() throws IOException {
        receiver = receiver();
        String url = "http://127.0.0.1:" + receiver.getAddress().getPort() + "/hook";
        program = Program.on(data)
                .with("OFFRAMP_SIGN_UP", "open")
                .with("OFFRAMP_SANDBOX_WEBHOOK_URL", url)
                .start();
        site = URI.create(program.ownerLogin().get("url").asString());
        typing = new Typing(PASSWORD, program.credentials().get("pin").asString(), url);
        browser = Browser.start();
        window = browser.window(site);
        window.open("/sign-in");
        owner = new Visitor(site).with("User-Agent", TEXTS.getFirst());
        JsonNode login = program.ownerLogin();
        signIn(owner, login.get("email").asString(), login.get("password").asString());
        owner.submit("/me/password", "/me/password", Map.of("password", PASSWORD));
    }

    /// A receiver that is somebody's own: what it answers stands in the log of deliveries.
    private static HttpServer receiver() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        byte[] answer = String.join("\n", TEXTS).getBytes(StandardCharsets.UTF_8);
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
        return server;
    }

    private static void signIn(Visitor visitor, String email, String password) {
        Reply reply = visitor.submit("/sign-in", "/sign-in", Map.of("email", email, "password", password));
        assertThat(reply.status()).isEqualTo(303);
    }

    @AfterAll
    static void stop() {
        browser.close();
        program.close();
        receiver.stop(0);
    }

    @Test
    @Order(1)
    void isTakenForTextByTheApi() {
        Breet breet = program.sandbox();
        List<String> trades = new ArrayList<>();
        for (String text : TEXTS) {
            String quoted = JSON.writeValueAsString(text);
            Breet.Reply made = breet.post(
                    "/trades/sell/assets/" + breet.assetId(USDC) + "/generate-address",
                    "{\"label\":" + quoted + ",\"bankId\":\"25\",\"accountNumber\":\"0123456789\",\"narration\":"
                            + quoted + "}");
            if (made.status() == 200) {
                TAKEN.add(text);
                trades.add(deposit(breet, made.data().get("address").asString(), text));
            }
            breet.get("/trades/transactions/" + encoded(text));
            breet.get("/trades/transactions?search=" + encoded(text));
        }
        assertThat(trades).isNotEmpty();
        trades.forEach(trade -> breet.await(
                "/trades/transactions/" + trade,
                A_WHILE,
                it -> it.get("status").asString().equals("completed")));
    }

    private static String deposit(Breet breet, String address, String text) {
        Map<String, Object> body = Map.of(
                "walletAddress",
                address,
                "asset",
                USDC,
                "amountInUSD",
                100,
                "cryptoReceived",
                100,
                "reference",
                text,
                "txHash",
                "tx " + text);
        Breet.Reply reply = breet.post("/trades/sell/mock-trade", JSON.writeValueAsString(body));
        return reply.status() == 200
                ? reply.data().get("id").asString()
                : breet.mock(address, USDC, "100", "100", "r" + address);
    }

    @Test
    @Order(2)
    void isTakenForTextByEveryForm() {
        founder = found();
        int forms = 0;
        for (Visitor visitor : List.of(owner, founder)) {
            Set<String> actions = new HashSet<>();
            for (String address : addresses(visitor)) {
                for (WebForm form : WebForm.all(visitor.get(address).body())) {
                    if (form.isPost() && !Typing.fit(form, "").isEmpty() && actions.add(form.action())) {
                        type(visitor, form);
                        forms++;
                    }
                }
            }
        }
        assertThat(forms).as("forms with text").isGreaterThan(20);
        assertThat(TAKEN).as("texts that something was called by").hasSize(TEXTS.size());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /// Somebody who calls herself and her business so.
    private static Visitor found() {
        Visitor stranger = new Visitor(site);
        WebForm form = WebForm.all(stranger.get("/sign-up").body()).stream()
                .filter(each -> each.action().equals("/sign-up"))
                .findFirst()
                .orElseThrow();
        Map<String, String> values = typing.filled(form, TEXTS.getFirst());
        values.put("email", "founder@example.com");
        Reply made = stranger.post(form.action(), values);
        assertThat(made.status()).as(made.body()).isEqualTo(303);
        for (String text : TEXTS) {
            check(stranger.post(form.action(), typing.filled(form, text)), form.action());
        }
        signIn(stranger, "founder@example.com", PASSWORD);
        return stranger;
    }

    private static List<String> addresses(Visitor visitor) {
        return List.copyOf(
                Links.walk(visitor, List.of("/", "/confirm", "/sign-in")).values());
    }

    private static void type(Visitor visitor, WebForm form) {
        for (String text : TEXTS) {
            Map<String, String> values = typing.filled(form, text);
            boolean isTyped = values.values().stream().anyMatch(text::equals);
            Reply reply = visitor.post(form.action(), values);
            check(reply, form.action() + " " + text);
            if (isTyped && reply.status() == 303) {
                TAKEN.add(text);
            }
        }
    }

    /// As Chromium reads it.
    private static void check(Reply reply, String where) {
        assertThat(reply.status()).as(where).isLessThan(500);
        assertThat(reply.location()).as(where).doesNotContain("elsewhere", "javascript");
        if (reply.body().contains("hacked")
                && reply.headers().get("content-type").startsWith("text/html")) {
            assertThat(window.injectedInto(reply.body())).as(where).isEmpty();
        }
    }

    @Test
    @Order(3)
    void isTakenForTextInEveryAddress() {
        int read = 0;
        for (String address : addresses(owner)) {
            String path = address.split("[?#]")[0];
            Set<String> names = names(owner.get(address));
            for (String text : TEXTS) {
                check(
                        owner.get(path + "?"
                                + names.stream()
                                        .map(name -> name + "=" + encoded(text))
                                        .collect(Collectors.joining("&"))),
                        path);
                check(
                        owner.get((path + "/").substring(path.equals("/") ? 1 : 0)
                                + encoded(text).replace("+", "%20")),
                        path);
                read++;
            }
        }
        assertThat(read).isGreaterThan(400);
    }

    /// What the page, its links and its forms read from an address.
    private static Set<String> names(Reply page) {
        Set<String> names = new LinkedHashSet<>(List.of("next", "page", "search", "sort", "q"));
        QUERY.matcher(page.body()).results().forEach(found -> names.add(found.group(1)));
        WebForm.all(page.body()).stream()
                .filter(form -> !form.isPost())
                .forEach(form -> form.values().keySet().forEach(names::add));
        return names;
    }

    @Test
    @Order(4)
    void leadsNobodyElsewhereAfterAConfirmation() {
        for (String next : ELSEWHERE) {
            Map<String, String> values = new HashMap<>(Visitor.hidden(owner.get("/confirm"), "/confirm"));
            values.put("password", PASSWORD);
            values.put("next", next);
            Reply reply = owner.post("/confirm", values);
            assertThat(reply.location()).as(next).isEqualTo(reply.status() == 303 ? "/" : "");
            values.put(
                    "token", Visitor.hidden(owner.get("/confirm"), "/confirm").get("token"));
            values.remove("next");
            values.put("carried-action", next);
            check(owner.post("/confirm", values), next);
            assertThat(owner.get("/me").status()).isEqualTo(200);
        }
    }

    @Test
    @Order(5)
    void beginsNoCellOfATableForSpreadsheets() {
        Set<String> tables = new LinkedHashSet<>();
        addresses(owner).forEach(address -> tables.addAll(tables(owner.get(address))));
        assertThat(tables).hasSizeGreaterThan(2);
        int seen = 0;
        for (String path : tables) {
            Reply table = owner.get(path);
            assertThat(table.status()).as(path).isEqualTo(200);
            for (String cell : cells(table.body())) {
                boolean isNumber = cell.matches("-?[0-9]+(\\.[0-9]+)?");
                assertThat(isNumber || !cell.matches("(?s)\\s*[=+\\-@].*"))
                        .as(path + ": " + cell)
                        .isTrue();
                seen += cell.equals("'=HYPERLINK(\"http://a.b\",\"c\")") ? 1 : 0;
            }
        }
        assertThat(seen).as("cells with the formula as text").isPositive();
    }

    /// What a page offers to download.
    private static List<String> tables(Reply page) {
        Stream<String> linked = TABLE.matcher(page.body()).results().map(found -> Visitor.unescaped(found.group(1)));
        Stream<String> asked = WebForm.all(page.body()).stream()
                .filter(form -> form.action().endsWith(".csv"))
                .map(form -> form.action() + "?" + query(form.values()));
        return Stream.concat(linked, asked).toList();
    }

    private static String query(Map<String, String> values) {
        return values.entrySet().stream()
                .map(each -> each.getKey() + "=" + encoded(each.getValue()))
                .collect(Collectors.joining("&"));
    }

    /// Of a table in the form of RFC 4180.
    private static List<String> cells(String table) {
        return Pattern.compile("\"((?:[^\"]|\"\")*)\"|[^,\r\n]+")
                .matcher(table)
                .results()
                .map(cell ->
                        cell.group(1) == null ? cell.group() : cell.group(1).replace("\"\"", "\""))
                .toList();
    }

    @Test
    @Order(6)
    void runsInNobodysBrowserAndIsReadAsItWasTyped() {
        StringBuilder read = new StringBuilder();
        for (Visitor visitor : List.of(owner, founder)) {
            Window theirs = browser.window(site);
            theirs.become(visitor.cookies());
            for (String address : addresses(visitor)) {
                theirs.open(address);
                assertThat(theirs.injected()).as(address).isEmpty();
                read.append(theirs.allText()).append('\n');
            }
            theirs.close();
        }
        assertThat(TAKEN).allSatisfy(text -> assertThat(read.toString()).contains(text));
    }
}
