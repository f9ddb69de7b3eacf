package dev.offramp.acceptance.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.acceptance.hostile.Answers.Answer;
import dev.offramp.acceptance.hostile.Twists.Spoilt;
import dev.offramp.acceptance.program.Breet;
import dev.offramp.acceptance.program.Contract;
import dev.offramp.acceptance.program.Program;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Whatever is sent, by somebody who has credentials and no money, is answered in the envelope with what the client did
/// wrong, and the books of everybody stay as they are. `-Drequests=20000` for the whole, `-Dhostile.seed=N` to repeat.
class HostileTest {

    private static final int REQUESTS = Integer.getInteger("requests", 2_000);
    private static final long SEED = Long.getLong("hostile.seed", System.currentTimeMillis());
    private static final int AT_ONCE = 6;

    private static final String PIN = "918273";
    private static final String USDC = "SOL_USDC_JKVK";
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern INSIDE =
            Pattern.compile("(?i)exception|\\bat dev\\.|java\\.|jetty|jackson|jdbc|postgres|select \\*|\\.java");

    @TempDir
    private static Path data;

    private static Program program;
    private static Breet victim;
    private static Breet attacker;
    private static List<String> sender;
    private static final List<String> IDS = new ArrayList<>();

    @BeforeAll
    static void start() {
        program = Program.on(data).start();
        victim = program.sandbox();
        program.command("integrations", "set-pin", "--pin", PIN);
        furnish();
        JsonNode made = program.jsonCommand("integrations", "create", "--name", "Attacker", "--json");
        String id = made.get("appId").asString();
        String secret = made.get("appSecret").asString();
        attacker = new Breet(program.baseUrl(), id, secret, "development");
        program.command("integrations", "set-pin", "--pin", PIN, "--integration", "Attacker");
        IDS.add(attacker.generate(USDC, "own", "").get("id").asString());
        IDS.add(attacker.post("/payments/banks/add", "{\"id\":\"25\",\"accountNumber\":\"0123456789\"}")
                .data()
                .get("id")
                .asString());
        sender = List.of("Host: localhost", "x-app-id: " + id, "x-app-secret: " + secret, "X-Breet-Env: development");
    }

    /// Somebody with a wallet, a deposit, a bank, a withdrawal, whose ids the attacker knows.
    private static void furnish() {
        JsonNode wallet = victim.generate(USDC, "funds", "");
        IDS.add(wallet.get("id").asString());
        IDS.add(victim.assetId(USDC));
        IDS.add(victim.mock(wallet.get("address").asString(), USDC, "5000", "5000", "funds"));
        String bank = victim.post("/payments/banks/add", "{\"id\":\"25\",\"accountNumber\":\"0123456789\"}")
                .data()
                .get("id")
                .asString();
        IDS.add(bank);
        victim.await("/users/fetch-integration", Duration.ofSeconds(60), HostileTest::hasMoney);
        JsonNode withdrawal = victim.post(
                        "/payments/withdraw/bank/" + bank, "{\"amount\":1000,\"pin\":\"" + PIN + "\"}")
                .data();
        IDS.add(withdrawal.get("id").asString());
        victim.await(
                "/payments/withdrawal/" + withdrawal.get("id").asString(),
                Duration.ofSeconds(60),
                shown -> shown.get("status").asString().equals("completed"));
    }

    private static boolean hasMoney(JsonNode account) {
        return account.get("fiatWallets")
                .valueStream()
                .anyMatch(wallet -> wallet.get("balance").decimalValue().signum() > 0);
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    @Test
    void isAnsweredInTheEnvelopeAndMovesNothing() {
        String before = everything();
        List<Operation> operations = Operation.all(Contract.current().document());
        AtomicInteger next = new AtomicInteger();
        Queue<String> faults = new ConcurrentLinkedQueue<>();
        Map<Integer, AtomicInteger> statuses = new ConcurrentHashMap<>();
        List<Thread> threads = Stream.generate(() -> Thread.ofVirtual().unstarted(() -> {
                    for (int i = next.getAndIncrement(); i < REQUESTS; i = next.getAndIncrement()) {
                        send(i, operations, faults, statuses);
                    }
                }))
                .limit(AT_ONCE)
                .peek(Thread::start)
                .toList();
        threads.forEach(HostileTest::join);

        System.out.println("hostile requests: " + REQUESTS + ", seed " + SEED + ", answers " + statuses);
        assertThat(faults).as("seed %d", SEED).isEmpty();
        assertThat(everything()).isEqualTo(before);
        assertThat(hasMoney(attacker.get("/users/fetch-integration").data())).isFalse();
        assertThat(attacker.get("/payments/withdrawals").data()).isEmpty();
        program.command("audit");
        assertThat(program.output()).doesNotContain("Exception", "\tat ", PIN);
    }

    /// A few answers of every class show that the requests reach what they are aimed at.
    private static void send(
            int number, List<Operation> operations, Queue<String> faults, Map<Integer, AtomicInteger> statuses) {
        Dice dice = new Dice(new Random(SEED * 31 + number));
        Twists twists = new Twists(dice, new Samples(dice, IDS, PIN), sender);
        Spoilt spoilt = twists.next(dice.any(operations));
        long began = System.nanoTime();
        try {
            Answer answer = Answers.ask(URI.create(program.baseUrl()).getPort(), spoilt.bytes(), spoilt.isHead());
            statuses.computeIfAbsent(answer.status(), _ -> new AtomicInteger()).incrementAndGet();
            String fault = fault(answer, spoilt);
            if (!fault.isEmpty()) {
                faults.add(number + ": " + fault + ": " + answer + "\n  to " + shown(spoilt.bytes()));
            }
        } catch (IOException | RuntimeException e) {
            if (isNoRequest(spoilt.bytes()) && !(e instanceof SocketTimeoutException)) {
                return;
            }
            long millis = (System.nanoTime() - began) / 1_000_000;
            faults.add(number + ": " + e + " after " + millis + " ms\n  to " + shown(spoilt.bytes()));
        }
    }

    /// Whoever goes before the request line ends has asked nothing, and need not be answered.
    private static boolean isNoRequest(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1).stripLeading().indexOf('\n') < 0;
    }

    /// What is wrong with an answer; empty when nothing is.
    private static String fault(Answer answer, Spoilt spoilt) {
        if (answer.status() >= 500) {
            return "our fault";
        }
        if (!answer.headers().containsKey("x-request-id")) {
            return "no request id";
        }
        if (answer.status() == 200 && answer.headers().get("content-type").startsWith("text/csv")) {
            return "";
        }
        if (spoilt.isHead()) {
            return "";
        }
        if (answer.status() != 200 && INSIDE.matcher(answer.body()).find()) {
            return "shows its inside";
        }
        return isEnvelope(answer) || isForPeople(answer, spoilt) ? "" : "no envelope";
    }

    /// What was sent to a page of the dashboard, no path of the API, gets a page.
    private static boolean isForPeople(Answer answer, Spoilt spoilt) {
        String requestLine = new String(spoilt.bytes(), StandardCharsets.ISO_8859_1)
                .lines()
                .findFirst()
                .orElse("");
        return !requestLine.contains("/v1")
                && answer.headers().getOrDefault("content-type", "").startsWith("text/html");
    }

    private static boolean isEnvelope(Answer answer) {
        try {
            JsonNode body = JSON.readTree(answer.body());
            return body.path("success").isBoolean()
                    && body.path("success").asBoolean() == (answer.status() == 200)
                    && body.path("message").isString();
        } catch (JacksonException e) {
            return false;
        }
    }

    private static String shown(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1)
                .replace("\r\n", "~")
                .replaceAll("x-app-secret: [^~]*", "x-app-secret: …")
                .replaceAll("[^\\x20-\\x7e]", "?");
        return text.length() > 900 ? text.substring(0, 900) + "… " + bytes.length : text;
    }

    /// All that is the victim's.
    private static String everything() {
        return Stream.of(
                        "/trades/wallets",
                        "/trades/transactions",
                        "/payments/withdrawals",
                        "/payments/integration-banks",
                        "/transactions/webhooks",
                        "/users/fetch-integration")
                .map(path -> victim.get(path).text())
                .collect(Collectors.joining("\n"));
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
