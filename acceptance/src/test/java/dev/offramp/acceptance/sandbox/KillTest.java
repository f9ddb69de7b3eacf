package dev.offramp.acceptance.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.acceptance.program.Breet;
import dev.offramp.acceptance.program.Inbox;
import dev.offramp.acceptance.program.Program;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Deposits go on arriving while the server is killed at random moments; in the end each is credited once, settled once
/// and told of.
///
/// `-Dkills=20 -Ddeposits=500` for the full run; `-Dkill.seed=N` repeats one.
class KillTest {

    private static final int KILLS = Integer.getInteger("kills", 5);
    private static final int DEPOSITS = Integer.getInteger("deposits", 125);
    private static final long SEED = Long.getLong("kill.seed", System.currentTimeMillis());
    private static final int WALLETS = 20;
    private static final String ASSET = "SOL_USDC_JKVK";
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Random random = new Random(SEED);

    @TempDir
    private Path data;

    @Test
    void creditsSettlesAndTellsEachDepositOnceHoweverOftenItIsKilled() {
        System.out.printf("kill test: seed %d, %d deposits, %d kills%n", SEED, DEPOSITS, KILLS);
        try (Inbox inbox = new Inbox();
                Program program = Program.on(data).with("OFFRAMP_SANDBOX_WEBHOOK_URL", inbox.url())) {
            program.start();
            List<String> addresses = addresses(program.sandbox());
            Set<Integer> killsAfter =
                    random.ints(0, DEPOSITS).distinct().limit(KILLS).boxed().collect(Collectors.toSet());
            for (int i = 0; i < DEPOSITS; i++) {
                deposit(program, addresses.get(i % WALLETS), i);
                if (killsAfter.contains(i)) {
                    pause(random.nextInt(400));
                    program.kill();
                    program.start();
                }
            }
            check(program, inbox);
        }
    }

    private static List<String> addresses(Breet breet) {
        List<String> addresses = new ArrayList<>();
        for (int i = 0; i < WALLETS; i++) {
            String bank =
                    ",\"bankId\":\"25\",\"accountNumber\":\"01234567%02d\",\"autoSettlement\":true".formatted(i + 10);
            addresses.add(
                    breet.generate(ASSET, "customer " + i, bank).get("address").asString());
        }
        return addresses;
    }

    /// A request whose answer is lost is sent again, as a client would.
    private static void deposit(Program program, String address, int number) {
        String body = """
                {"walletAddress":"%s","asset":"%s","amountInUSD":59,"cryptoReceived":59,"reference":"r-%d","txHash":"t-%d"}
                """.formatted(address, ASSET, number, number);
        for (int attempt = 0; attempt < 20; attempt++) {
            try {
                Breet.Reply reply = program.sandbox().post("/trades/sell/mock-trade", body);
                if (reply.status() == 200 || reply.message().contains("already exists")) {
                    return;
                }
            } catch (UncheckedIOException _) {
                pause(100);
            }
        }
        throw new AssertionError("deposit " + number + " was never taken");
    }

    private static void check(Program program, Inbox inbox) {
        Breet breet = program.sandbox();
        List<JsonNode> withdrawals = awaitAll(breet, "/payments/withdrawals", "completed");
        List<JsonNode> trades = awaitAll(breet, "/trades/transactions", "completed");

        Map<String, Long> perTrade = withdrawals.stream()
                .collect(Collectors.groupingBy(each -> each.get("trade").asString(), Collectors.counting()));
        assertThat(perTrade)
                .hasSize(DEPOSITS)
                .allSatisfy((trade, count) -> assertThat(count).isEqualTo(1));
        assertThat(perTrade.keySet())
                .isEqualTo(
                        trades.stream().map(trade -> trade.get("id").asString()).collect(Collectors.toSet()));
        for (JsonNode withdrawal : withdrawals) {
            assertThat(withdrawal.get("amount").decimalValue()).isEqualByComparingTo("94221");
        }
        for (JsonNode trade : trades) {
            String id = trade.get("id").asString();
            inbox.await(
                    PATIENCE,
                    delivery -> delivery.id().equals(id) && delivery.event().equals("trade.completed"));
            assertSequencesAreWhole(inbox.about(id));
        }
        for (JsonNode withdrawal : withdrawals) {
            String id = withdrawal.get("id").asString();
            inbox.await(
                    PATIENCE,
                    delivery -> delivery.id().equals(id) && delivery.event().equals("withdrawal.completed"));
        }
        assertThat(balance(breet, "ngn")).isEqualTo("%.2f".formatted(0.52 * DEPOSITS));
        program.command("audit");
    }

    private static void assertSequencesAreWhole(List<Inbox.Delivery> deliveries) {
        Set<Integer> sequences = new HashSet<>();
        Map<String, String> bodies = new HashMap<>();
        for (Inbox.Delivery delivery : deliveries) {
            sequences.add(delivery.body().get("sequence").asInt());
            String before = bodies.putIfAbsent(delivery.body().get("eventId").asString(), delivery.text());
            assertThat(before == null || before.equals(delivery.text())).isTrue();
        }
        assertThat(sequences)
                .contains(1)
                .hasSize(sequences.stream().mapToInt(each -> each).max().orElse(0));
    }

    private static List<JsonNode> awaitAll(Breet breet, String path, String status) {
        breet.await(path + "?size=1", PATIENCE, data -> total(breet, path) == DEPOSITS && all(breet, path, status));
        return pages(breet, path);
    }

    private static long total(Breet breet, String path) {
        return breet.get(path + "?size=1").body().get("meta").get("totalDocs").asLong();
    }

    private static boolean all(Breet breet, String path, String status) {
        return pages(breet, path).stream()
                .allMatch(each -> each.get("status").asString().equals(status));
    }

    private static List<JsonNode> pages(Breet breet, String path) {
        List<JsonNode> all = new ArrayList<>();
        for (int page = 1; all.size() < total(breet, path); page++) {
            breet.get(path + "?size=200&page=" + page).data().forEach(all::add);
        }
        return all;
    }

    private static String balance(Breet breet, String currency) {
        for (JsonNode wallet : breet.get("/users/fetch-integration").data().get("fiatWallets")) {
            if (wallet.get("currency").asString().equals(currency)) {
                return "%.2f".formatted(wallet.get("balance").decimalValue());
            }
        }
        throw new AssertionError("no balance in " + currency);
    }

    private static void pause(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
