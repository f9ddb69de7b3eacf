package dev.offramp.acceptance.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.acceptance.program.Breet;
import dev.offramp.acceptance.program.Program;
import dev.offramp.acceptance.program.Volley;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// The same withdrawal many times at one moment: money moves once, PINs share five tries, and everybody is answered in
/// time. `-Dtwins=N` for another number.
class TwinsTest {

    private static final int TWINS = Integer.getInteger("twins", 1000);

    /// As many as the minute's limit lets through.
    private static final int COIN_TWINS = 150;

    private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(4);
    private static final String USDC = "SOL_USDC_JKVK";

    /// Six digits, so that finding it in the log is no accident.
    private static final String PIN = "918273";

    @TempDir
    private static Path data;

    private static Program program;
    private static Breet breet;
    private static String bank;

    @BeforeAll
    static void start() {
        program = Program.on(data).start();
        breet = program.sandbox();
        program.command("integrations", "set-pin", "--pin", PIN);
        bank = breet.post("/payments/banks/add", "{\"id\":\"25\",\"accountNumber\":\"0123456789\"}")
                .data()
                .get("id")
                .asString();
        JsonNode wallet = breet.generate(USDC, "funds", "");
        breet.mock(wallet.get("address").asString(), USDC, "5000", "5000", "funds");
        breet.await(
                "/users/fetch-integration",
                Duration.ofSeconds(30),
                account -> balance(account, "ngn").signum() > 0);
    }

    @AfterAll
    static void stop() {
        try {
            assertThat(program.output()).doesNotContain(PIN);
            program.command("audit");
        } finally {
            program.close();
        }
    }

    @Test
    void moveMoneyOnceForOneIdempotencyKey() {
        BigDecimal before = balance();
        String request = Volley.post(breet, path(), body("1000", PIN, ""), "Idempotency-Key: one " + "k".repeat(200));

        List<Volley.Shot> shots = fire(Collections.nCopies(TWINS, request));

        assertThat(statuses(shots)).isSubsetOf(200, 409, 503).contains(200);
        assertThat(bodies(shots, 200)).hasSize(1);
        assertThat(shots)
                .filteredOn(shot -> shot.status() == 200 && !shot.has("Idempotent-Replayed: true"))
                .hasSizeLessThanOrEqualTo(1);
        Volley.Shot later = fire(List.of(request)).getFirst();
        assertThat(later.has("Idempotent-Replayed: true")).isTrue();
        assertThat(bodies(shots, 200)).containsExactly(later.body());
        assertThat(balance()).isEqualByComparingTo(before.subtract(new BigDecimal("1000")));
    }

    @Test
    void moveMoneyOnceForOneExternalId() {
        BigDecimal before = balance();
        String request = Volley.post(breet, path(), body("2000", PIN, ",\"externalId\":\"order 7/2026: rent\""));

        List<Volley.Shot> shots = fire(Collections.nCopies(TWINS, request));

        assertThat(statuses(shots)).isSubsetOf(200, 409, 503).contains(200);
        assertThat(bodies(shots, 200)).hasSize(1);
        assertThat(fire(List.of(request))).extracting(Volley.Shot::body).containsExactlyElementsOf(bodies(shots, 200));
        assertThat(balance()).isEqualByComparingTo(before.subtract(new BigDecimal("2000")));
        Breet.Reply found = breet.get("/payments/withdrawal/order%207%2F2026%3A%20rent");
        assertThat(bodies(shots, 200))
                .first()
                .asString()
                .contains(found.data().get("id").asString());
    }

    @Test
    void sendCoinsOnce() {
        breet.post("/payments/fiat-to-usd", "{\"amount\":160500}");
        BigDecimal before = balance("usd");
        String wish = """
                {"amount":20,"token":"USDT","network":"ERC20","pin":"%s",
                 "walletAddress":"0x1111111111111111111111111111111111111111"}
                """.formatted(PIN);
        String request = Volley.post(breet, "/payments/withdraw/address", wish, "Idempotency-Key: coins");

        List<Volley.Shot> shots = fire(Collections.nCopies(COIN_TWINS, request));

        assertThat(statuses(shots)).isSubsetOf(200, 409, 503).contains(200);
        assertThat(bodies(shots, 200)).hasSize(1);
        assertThat(balance("usd")).isEqualByComparingTo(before.subtract(new BigDecimal("25")));
    }

    @Test
    void shareFiveWrongPins() {
        BigDecimal before = balance();
        List<String> guesses = IntStream.range(0, TWINS)
                .mapToObj(i -> Volley.post(breet, path(), body("1000", "%04d".formatted(i), "")))
                .toList();

        List<Volley.Shot> shots = fire(guesses);

        assertThat(statuses(shots)).isSubsetOf(403, 503);
        assertThat(shots)
                .filteredOn(shot -> shot.body().contains("\"invalid pin\""))
                .hasSize(5);
        assertThat(breet.post(path(), body("1000", PIN, "")).message()).isEqualTo("account is frozen");
        assertThat(balance()).isEqualByComparingTo(before);
        assertThat(program.command("integrations", "unfreeze")).contains("unfrozen");
        assertThat(breet.post(path(), body("1000", PIN, "")).status()).isEqualTo(200);
    }

    @Test
    void areNeverRefusedForARightPin() {
        BigDecimal before = balance();
        int placedBefore = placed();
        List<String> requests = Collections.nCopies(TWINS, Volley.post(breet, path(), body("100", PIN, "")));

        List<Volley.Shot> shots = fire(requests);

        assertThat(statuses(shots)).isSubsetOf(200, 503).contains(200);
        // A request that was given up may have come to its end.
        int placed = placed() - placedBefore;
        assertThat(bodies(shots, 200)).hasSizeLessThanOrEqualTo(placed);
        assertThat(balance()).isEqualByComparingTo(before.subtract(BigDecimal.valueOf(100L * placed)));
    }

    private static int placed() {
        return breet.get("/payments/withdrawals")
                .body()
                .get("meta")
                .get("totalDocs")
                .asInt();
    }

    private static List<Volley.Shot> fire(List<String> requests) {
        List<Volley.Shot> shots = Volley.fire(URI.create(program.baseUrl()), requests);
        Duration slowest = Collections.max(shots.stream().map(Volley.Shot::took).toList());
        System.out.printf(
                "%d at once: %s, slowest %d ms%n",
                shots.size(),
                shots.stream().collect(Collectors.groupingBy(Volley.Shot::status, Collectors.counting())),
                slowest.toMillis());
        assertThat(slowest).isLessThan(ANSWERED_WITHIN);
        return shots;
    }

    private static Set<Integer> statuses(List<Volley.Shot> shots) {
        return shots.stream().map(Volley.Shot::status).collect(Collectors.toSet());
    }

    private static Set<String> bodies(List<Volley.Shot> shots, int status) {
        return shots.stream()
                .filter(shot -> shot.status() == status)
                .map(Volley.Shot::body)
                .collect(Collectors.toSet());
    }

    private static String path() {
        return "/payments/withdraw/bank/" + bank;
    }

    /// @param more further members, each beginning with a comma
    private static String body(String amount, String pin, String more) {
        return "{\"amount\":" + amount + ",\"pin\":\"" + pin + "\"" + more + "}";
    }

    private static BigDecimal balance() {
        return balance("ngn");
    }

    private static BigDecimal balance(String currency) {
        return balance(breet.get("/users/fetch-integration").data(), currency);
    }

    private static BigDecimal balance(JsonNode account, String currency) {
        for (JsonNode wallet : account.get("fiatWallets")) {
            if (wallet.get("currency").asString().equals(currency)) {
                return wallet.get("balance").decimalValue();
            }
        }
        throw new AssertionError("no balance in " + currency);
    }
}
