package dev.offramp.acceptance.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.acceptance.program.Breet;
import dev.offramp.acceptance.program.Contract;
import dev.offramp.acceptance.program.Program;
import dev.offramp.web.RawClient;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/// Whatever is wrong with a request, the packaged program answers in the envelope, changes nothing and tells nothing of
/// its inside.
class BadInputTest {

    /// `method path | body | status and a part of the answer`. `^n` stands for as many letters, `\xhh` for a byte.
    private static final String REQUESTS = """
            POST {generate} |                                                    | 422 label is required
            POST {generate} | {}                                                 | 422 label is required
            POST {generate} | {"label":""}                                       | 422 label is required
            POST {generate} | {"label":null}                                     | 422 label is required
            POST {generate} | {"label":7}                                        | 422 label must be a string
            POST {generate} | {"label":["a"]}                                    | 422 label must be a string
            POST {generate} | {"label":"^256"}                                   | 422 at most 255 characters
            POST {generate} | {"label":"a\\u0000b"}                              | 422 printable characters only
            POST {generate} | {"label":"\\ud800"}                                | 422 printable characters only
            POST {generate} | {"label":"a","surprise":1}                         | 422 unknown fields detected
            POST {generate} | {"label":"a","Label":"b"}                          | 422 unknown fields detected
            POST {generate} | {"label":"a","label":"b"}                          | 422 without duplicate fields
            POST {generate} | {"label":"a"                                       | 422 body must be valid JSON
            POST {generate} | {"label":"a"}{}                                    | 422 body must be one JSON object
            POST {generate} | {'label':'a'}                                      | 422 body must be valid JSON
            POST {generate} | []                                                 | 422 body must be a JSON object
            POST {generate} | "a"                                                | 422 body must be a JSON object
            POST {generate} | {"label":"\\xff\\xfe"}                             | 422 body must be valid UTF-8
            POST {generate} | {"label":"\\xc0\\xaf"}                             | 422 body must be valid UTF-8
            POST {generate} | {"label":"\\xed\\xa0\\x80"}                        | 422 body must be valid UTF-8
            POST {generate} | \\xff\\xfe{                                        | 422 body must be valid UTF-8
            POST {generate} | {"label":"^70000"}                                 | 413 larger than 64 KiB
            POST {generate} | {"label":"a","bankId":"25"}                        | 422 accountNumber is required
            POST {generate} | {"label":"a","bankId":25,"accountNumber":"0123456789"}      | 422 bankId must be a string
            POST {generate} | {"label":"a","bankId":"none","accountNumber":"0123456789"}  | 404 bank not found
            POST {generate} | {"label":"a","bankId":"25","accountNumber":"12"}            | 422 6 to 20 digits
            POST {generate} | {"label":"a","bankId":"25","accountNumber":"012345678x"}    | 422 6 to 20 digits
            POST {generate} | {"label":"a","bankId":"25","accountNumber":"0000000009"}    | 400 could not be resolved
            POST {generate} | {"label":"a","autoSettlement":"yes"}               | 422 must be true or false
            POST /trades/sell/assets/none/generate-address | {"label":"a"}       | 422 id is not a valid id
            POST /trades/sell/assets/{nobody}/generate-address | {"label":"a"}   | 404 asset not found
            POST {rate} | {}                                                     | 422 amountInUSD is required
            POST {rate} | {"amountInUSD":-1,"currency":"ngn"}                    | 422 amountInUSD must be greater than 0
            POST {rate} | {"amountInUSD":0,"currency":"ngn"}                     | 422 amountInUSD must be greater than 0
            POST {rate} | {"amountInUSD":1e30,"currency":"ngn"}                  | 422 amountInUSD must be at most
            POST {rate} | {"amountInUSD":1e999999999,"currency":"ngn"}           | 422 amountInUSD
            POST {rate} | {"amountInUSD":1e-999999999,"currency":"ngn"}          | 422 amountInUSD
            POST {rate} | {"amountInUSD":99999999999999999999999999999999,"currency":"ngn"} | 422 amountInUSD must be at most
            POST {rate} | {"amountInUSD":0.1234567890123,"currency":"ngn"}       | 422 decimals
            POST {rate} | {"amountInUSD":"ten","currency":"ngn"}                 | 422 amountInUSD must be a number
            POST {rate} | {"amountInUSD":true,"currency":"ngn"}                  | 422 amountInUSD must be a number
            POST {rate} | {"amountInUSD":{},"currency":"ngn"}                    | 422 amountInUSD must be a number
            POST {rate} | {"amountInUSD":NaN,"currency":"ngn"}                   | 422 body must be valid JSON
            POST {rate} | {"amountInUSD":1,"currency":"eur"}                     | 422 currency must be one of
            POST {rate} | {"amountInUSD":1,"currency":7}                         | 422 currency must be
            POST {mock} | {{trade},"amountInUSD":-1,"cryptoReceived":1}          | 422 amountInUSD must be greater than 0
            POST {mock} | {{trade},"amountInUSD":0,"cryptoReceived":1}           | 422 amountInUSD must be greater than 0
            POST {mock} | {{trade},"amountInUSD":1e40,"cryptoReceived":1}        | 422 amountInUSD must be at most
            POST {mock} | {{trade},"amountInUSD":1,"cryptoReceived":-1}          | 422 cryptoReceived must be greater than 0
            POST {mock} | {{trade},"amountInUSD":1,"cryptoReceived":0}           | 422 cryptoReceived must be greater than 0
            POST {mock} | {{trade},"amountInUSD":1,"cryptoReceived":1e40}        | 422 cryptoReceived must be at most
            POST {mock} | {{trade},"amountInUSD":1,"cryptoReceived":0.0000001}   | 422 at most 6 decimals
            POST {mock} | {{trade},"amountInUSD":1,"cryptoReceived":1,"confirmations":-1}  | 422 confirmations must be at least 0
            POST {mock} | {{trade},"amountInUSD":1,"cryptoReceived":1,"confirmations":1.5} | 422 whole number
            POST {mock} | {"walletAddress":"nowhere","asset":"BTC_TEST","amountInUSD":1,"cryptoReceived":1,"reference":"r","txHash":"t"} | 404 wallet not found
            PUT /users/markup-percent | {"markupPercent":-1}                     | 422 markupPercent must be at least 0
            PUT /users/markup-percent | {"markupPercent":1e9}                    | 422 markupPercent must be at most
            PUT /users/markup-percent | {"markupPercent":"lots"}                 | 422 markupPercent must be a number
            PUT /trades/wallets/{wallet}/bank | {"id":"25","accountNumber":"1"}  | 422 6 to 20 digits
            PUT /trades/wallets/{wallet}/bank | {"id":"none","accountNumber":"0123456789"} | 404 bank not found
            PUT /trades/wallets/{nobody}/bank | {"id":"25","accountNumber":"0123456789"}   | 404 wallet not found
            PUT /trades/wallets/none/bank | {"id":"25","accountNumber":"0123456789"}       | 400 invalid _id
            PUT /trades/wallets/{wallet}/auto-settlement | {"autoSettlement":1}  | 422 must be true or false
            PUT /trades/wallets/{wallet}/auto-settlement | {"autoSettlement":true} | 400 wallet does not have a bank
            POST /payments/banks/validate | {"id":"none","accountNumber":"0123456789"}     | 404 bank not found
            POST /payments/banks/validate | {"id":"25","accountNumber":123456789}          | 422 accountNumber must be a string
            POST /payments/banks/add | {"id":"25"}                               | 422 accountNumber is required
            GET /payments/banks?currency=eur |                                   | 422 should be one of
            GET /trades/wallets?page=0 |                                         | 422 page must be at least 1
            GET /trades/wallets?page=99999999999999999999 |                      | 422 page must be at most
            GET /trades/wallets?size=abc |                                       | 422 size must be a whole number
            GET /trades/wallets?size=1e9 |                                       | 422 size must be at most
            GET /trades/wallets/none |                                           | 400 invalid _id
            GET /trades/wallets/{nobody} |                                       | 404 wallet not found
            GET /trades/wallets/%00 |                                            | 400 {}
            GET /trades/transactions/none |                                      | 400 invalid _id
            GET /trades/transactions/{nobody} |                                  | 404 transaction not found
            GET /trades/sell/{wallet} |                                          | 404 transaction not found
            GET /payments/withdrawal/none |                                      | 404 withdrawal not found
            GET /payments/withdrawal/{wallet} |                                  | 404 withdrawal not found
            GET /transactions/webhooks/none |                                    | 400 invalid _id
            GET /transactions/webhooks/{nobody} |                                | 404 not found
            POST /transactions/webhooks/resend/none | {}                         | 404 webhook event not found
            GET /none |                                                          | 404 Sorry, requested URL
            DELETE /trades/wallets |                                             | 404 Sorry, requested URL
            GET /trades/wallets/../../admin |                                    | 404 Sorry, requested URL
            """;

    /// A header of a good request, and instead of it: nothing, or another value.
    private static final String HEADERS = """
            x-app-id |                              | 401 x-app-id and x-app-secret are required
            x-app-secret |                          | 401 x-app-id and x-app-secret are required
            X-Breet-Env |                           | 401 X-Breet-Env must be
            x-app-id | wrong                        | 401 invalid credentials
            x-app-id | ^5000                        | 401 invalid credentials
            x-app-secret | wrong                    | 401 invalid credentials
            x-app-secret | ' OR 1=1 --              | 401 invalid credentials
            X-Breet-Env | staging                   | 401 X-Breet-Env must be
            X-Breet-Env | production                | 403 HTTPS is required
            Content-Type | text/plain               | 415 Content-Type must be application/json
            Content-Type | multipart/form-data      | 415 Content-Type must be application/json
            Content-Encoding | gzip                 | 415 Content-Encoding is not supported
            Host |                                  | 400 malformed request
            Content-Length | -1                     | 400 malformed request
            Content-Length | 99999999999999999999   | 400 malformed request
            Transfer-Encoding | gzip                | 400 malformed request
            Transfer-Encoding | chunked             | 400 malformed request
            """;

    /// `~` is a line end.
    private static final String NO_HTTP = """
            garbage~~                                                             | 400 malformed request
            \\x16\\x03\\x01\\x02\\x01~~                                           | 400 malformed request
            GET /v1/trades/assets~~                                               | 400 malformed request
            GET /v1/trades/assets HTTP/1.0~Host: a~~                              | 400 HTTP/1.1 is required
            PRI * HTTP/2.0~~SM~~                                                  | 400 malformed request
            GE T /v1/trades/assets HTTP/1.1~Host: a~~                             | 400 malformed request
            GET /v1/trades/%zz HTTP/1.1~Host: a~~                                 | 400 malformed request
            GET /v1/^9000 HTTP/1.1~Host: a~~                                      | 400 malformed request
            GET /v1/trades/assets HTTP/1.1~Host: a~X: ^20000~~                    | 400 malformed request
            GET /v1/trades/assets HTTP/1.1~Host: a~no colon~~                     | 400 malformed request
            POST /v1/trades/sell/mock-trade HTTP/1.1~Host: a~Content-Length: 2~Content-Length: 3~~abc | 400 malformed request
            POST /v1/trades/sell/mock-trade HTTP/1.1~Host: a~Transfer-Encoding: chunked~~xyz~abc~0~~ | 400 malformed request
            """;

    private static final Pattern REPEATED = Pattern.compile("\\^(\\d+)");
    private static final Pattern BYTE = Pattern.compile("\\\\x(\\p{XDigit}{2})");

    /// What a reader outside could learn of our inside from.
    private static final Pattern INSIDE =
            Pattern.compile("(?i)exception|\\bat dev\\.|java\\.|jetty|jackson|jdbc|postgres|select |\\.java");

    @TempDir
    private static Path data;

    private static Program program;
    private static Breet breet;
    private static JsonNode credentials;
    private static JsonNode wallet;
    private static String asset;
    private static String before = "";

    @BeforeAll
    static void start() {
        program = Program.on(data).start();
        breet = program.sandbox();
        credentials = program.credentials();
        asset = breet.assetId("SOL_USDC_JKVK");
        wallet = breet.generate("SOL_USDC_JKVK", "only", "");
        before = everything();
    }

    @AfterAll
    static void stop() {
        program.command("audit");
        program.close();
        assertThat(program.output()).doesNotContain("Exception", "\tat ");
    }

    @AfterEach
    void nothingHasChanged() {
        String was = before;
        before = everything();
        assertThat(before).isEqualTo(was);
    }

    static List<String[]> requests() {
        return cases(REQUESTS);
    }

    static List<String[]> headers() {
        return cases(HEADERS);
    }

    static List<String[]> noHttp() {
        return cases(NO_HTTP);
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("requests")
    void isRefused(String line, String body, String expected) throws IOException {
        String[] methodAndPath = line.split(" ", 2);
        byte[] content = bytes(filledIn(body));
        String head = methodAndPath[0] + " /v1" + filledIn(methodAndPath[1]) + " HTTP/1.1\r\n"
                + text(good(content.length)) + "\r\n";

        check(methodAndPath[0], filledIn(methodAndPath[1]), ask(concat(bytes(head), content)), expected);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("headers")
    void isRefusedForAHeader(String name, String value, String expected) throws IOException {
        byte[] content = bytes("{\"label\":\"a\"}");
        Stream<String> others = good(content.length).filter(line -> !line.startsWith(name + ":"));
        Stream<String> instead = value.isEmpty() ? Stream.of() : Stream.of(name + ": " + value);
        String head =
                "POST /v1" + filledIn("{generate}") + " HTTP/1.1\r\n" + text(Stream.concat(others, instead)) + "\r\n";

        check("POST", filledIn("{generate}"), ask(concat(bytes(head), content)), expected);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("noHttp")
    void isRefusedAsNoHttp(String said, String expected) throws IOException {
        check("GET", "/trades/assets", ask(bytes(said.replace("~", "\r\n"))), expected);
    }

    @Test
    void whatEndsEarlyIsNotCarriedOut() throws IOException {
        String head = "POST /v1" + filledIn("{generate}") + " HTTP/1.1\r\n" + text(good(1000)) + "\r\n";

        check("POST", filledIn("{generate}"), ask(bytes(head + "{\"label\":\"a\"}")), "400 ");
    }

    @Test
    void whatIsOneAnothersIsNobodys() {
        JsonNode made = program.jsonCommand("integrations", "create", "--name", "Other", "--json");
        Breet other = new Breet(
                program.baseUrl(),
                made.get("appId").asString(),
                made.get("appSecret").asString(),
                "development");

        Breet.Reply reply = other.get("/trades/wallets/" + wallet.get("id").asString());

        assertThat(reply.status() + " " + reply.message()).isEqualTo("404 wallet not found");
    }

    private static void check(String method, String path, RawClient.Reply reply, String expected) {
        Contract.current()
                .check(
                        new Contract.Asked(method, path, ""),
                        new Contract.Answered(reply.status(), reply.headers(), reply.body()));
        String shown = reply.status() + " " + reply.body();
        JsonNode body = reply.json();
        assertThat(shown).startsWith(expected.substring(0, 3)).contains(expected.substring(4));
        assertThat(body.propertyNames())
                .as(shown)
                .containsExactlyInAnyOrder("success", "message", "errors", "meta", "data");
        assertThat(body.get("success").asBoolean(true)).as(shown).isFalse();
        assertThat(body.get("message").asString()).as(shown).isNotBlank();
        assertThat(reply.headers()).containsKey("x-request-id");
        assertThat(shown).doesNotContainPattern(INSIDE);
    }

    /// All that a request could have changed.
    private static String everything() {
        return Stream.of(
                        "/trades/wallets",
                        "/trades/transactions",
                        "/payments/withdrawals",
                        "/payments/integration-banks",
                        "/transactions/webhooks",
                        "/users/fetch-integration")
                .map(BadInputTest::shown)
                .collect(Collectors.joining("\n"));
    }

    /// A refusal would be the same whatever had changed.
    private static String shown(String path) {
        Breet.Reply reply = breet.get(path);
        assertThat(reply.status()).as(path).isEqualTo(200);
        return reply.text();
    }

    private static Stream<String> good(int length) {
        return Stream.of(
                "Host: localhost",
                "x-app-id: " + credentials.get("appId").asString(),
                "x-app-secret: " + credentials.get("appSecret").asString(),
                "X-Breet-Env: development",
                "Content-Type: application/json",
                "Content-Length: " + length);
    }

    private static String text(Stream<String> headers) {
        return headers.map(line -> line + "\r\n").collect(Collectors.joining());
    }

    private static RawClient.Reply ask(byte[] said) throws IOException {
        try (RawClient client = new RawClient(URI.create(program.baseUrl()).getPort())) {
            client.send(said);
            client.finish();
            return client.reply();
        }
    }

    private static String filledIn(String text) {
        return text.replace("{generate}", "/trades/sell/assets/" + asset + "/generate-address")
                .replace("{rate}", "/trades/pbc/sell/rate-calculator/" + asset)
                .replace("{mock}", "/trades/sell/mock-trade")
                .replace("{wallet}", wallet.get("id").asString())
                .replace("{nobody}", "f".repeat(24))
                .replace(
                        "{trade}",
                        "\"asset\":\"SOL_USDC_JKVK\",\"reference\":\"r\",\"txHash\":\"t\",\"walletAddress\":\""
                                + wallet.get("address").asString() + "\"");
    }

    private static byte[] bytes(String text) {
        String repeated = REPEATED.matcher(text).replaceAll(match -> "a".repeat(Integer.parseInt(match.group(1))));
        return BYTE.matcher(repeated)
                .replaceAll(match -> String.valueOf((char) Integer.parseInt(match.group(1), 16)))
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] concat(byte[] head, byte[] content) {
        byte[] all = Arrays.copyOf(head, head.length + content.length);
        System.arraycopy(content, 0, all, head.length, content.length);
        return all;
    }

    private static List<String[]> cases(String lines) {
        return lines.lines().map(line -> line.split(" *\\| ?+ *", -1)).toList();
    }
}
