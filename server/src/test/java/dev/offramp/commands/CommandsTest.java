package dev.offramp.commands;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.app.Surroundings;
import dev.offramp.db.ManualClock;
import dev.offramp.db.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The command line as typed, on a real database.
class CommandsTest {

    private static final String SOLANA_ADDRESS = "Hh8QwFUA6MtVu1qAoq12ucvFHNwCcVTV7hpWjeY1Hztb";

    @TempDir
    private Path folder;

    private final TestDatabase database = TestDatabase.create();
    private final ManualClock clock = new ManualClock();
    private final Random random = new Random(3);

    /// @param out standard output
    /// @param err standard error
    private record Result(int code, String out, String err) {

        JsonNode json() {
            return JsonMapper.shared().readTree(out);
        }
    }

    @AfterEach
    void close() {
        database.close();
    }

    private Result run(String... line) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Map<String, String> variables = Map.of(
                "OFFRAMP_DATABASE_URL",
                database.address().jdbcUrl(),
                "OFFRAMP_DATABASE_CONNECTIONS",
                "4",
                "OFFRAMP_DATA",
                folder.toString());
        Surroundings around = new Surroundings(
                variables,
                clock,
                random,
                random,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        int code = Main.run(around, line);
        return new Result(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    @Test
    void makesAnIntegrationOnceAndShowsItsSecret() {
        Result made = run("integrations", "create", "--name", "Acme", "--json");
        assertThat(made.code()).isZero();
        assertThat(made.json().propertyNames()).contains("appId", "appSecret");
        Result again = run("integrations", "create", "--name", "acme", "--json");
        assertThat(again.code()).isEqualTo(1);
        assertThat(again.out()).isEmpty();
        assertThat(again.err()).isEqualTo("offramp: an integration is called acme already\n");
        assertThat(run("integrations", "list").out())
                .contains("Sandbox", "Acme")
                .doesNotContain("sk_");
    }

    @Test
    void changesAllSettingsOrNone() {
        Result refused = run("integrations", "set", "--markup", "1.5", "--fee-tiers", "5=1");
        assertThat(refused.err()).isEqualTo("offramp: the first tier starts at 0\n");
        assertThat(run("integrations", "set", "--json")
                        .json()
                        .get("markupPercent")
                        .asString())
                .isEqualTo("0");
        JsonNode set = run(
                        "integrations",
                        "set",
                        "--markup",
                        "1.5",
                        "--fee-tiers",
                        "1000=0.4,0=0.5",
                        "--payout-maximum",
                        "NGN=500000",
                        "--json")
                .json();
        assertThat(set.get("markupPercent").asString()).isEqualTo("1.5");
        assertThat(set.get("feeTiers").toString())
                .isEqualTo("[{\"fromUsd\":0,\"percent\":0.5},{\"fromUsd\":1000,\"percent\":0.4}]");
        assertThat(set.get("payoutMaximum").toString()).isEqualTo("[{\"currency\":\"ngn\",\"maximum\":500000}]");
        assertThat(run("integrations", "set", "--payout-maximum", "NGN=none").out())
                .doesNotContain("payoutMaximum");
    }

    @Test
    void settlesBusinessWideToAnAccountWithAName() {
        Result unnamed = run("settlement", "set", "--bank", "25", "--account", "0120000009");
        assertThat(unnamed.err()).isEqualTo("offramp: account name could not be resolved\n");
        assertThat(run("settlement", "set", "--bank", "25", "--account", "0123456789")
                        .code())
                .isZero();
        assertThat(run("settlement", "show").out()).contains("settlement     on", "0123456789");
        assertThat(run("settlement", "clear").out()).contains("off");
        assertThat(run("settlement", "set", "--env", "production", "--bank", "25", "--account", "0123456789")
                        .err())
                .isEqualTo("offramp: no rail pays NGN in production\n");
    }

    @Test
    void handlesTheSimulatedChains() {
        JsonNode sent = run(
                        "sandbox",
                        "send",
                        "--asset",
                        "SOL_USDC_JKVK",
                        "--address",
                        SOLANA_ADDRESS,
                        "--amount",
                        "59.5",
                        "--to",
                        SOLANA_ADDRESS + ":1",
                        "--to",
                        SOLANA_ADDRESS + ":2",
                        "--json")
                .json();
        assertThat(sent.get("outputs").asInt()).isEqualTo(3);
        String tx = sent.get("txHash").asString();
        assertThat(run("sandbox", "drop", tx).out()).contains("dropped");
        assertThat(run("sandbox", "drop", tx).err()).isEqualTo("offramp: no node knows " + tx + "\n");
        assertThat(run("sandbox", "rebroadcast", tx).out()).contains("waiting");
        assertThat(run("sandbox", "reorg", "--network", "solana", "--depth", "1000")
                        .err())
                .startsWith("offramp: at most ");
        assertThat(run("sandbox", "send", "--asset", "SOL_USDC_JKVK", "--address", "nobody", "--amount", "1")
                        .err())
                .isEqualTo("offramp: nobody is no sandbox address on Solana\n");
    }

    @Test
    void setsRatesOfProductionAndAsksBackWhenTheyAreFarOff() {
        assertThat(run("rates", "set", "ETH", "USD", "3000", "--for", "1h", "--json")
                        .json()
                        .get("holds")
                        .asBoolean())
                .isTrue();
        assertThat(run("rates", "set", "ETH", "USD", "30", "--for", "1h").err()).contains("add --force");
        assertThat(run("rates", "set", "ETH", "USD", "30", "--for", "1h", "--force")
                        .code())
                .isZero();
        assertThat(run("rates", "list").out()).contains("ETH USD  30 ");
        assertThat(run("rates", "set", "ETH", "NGN", "30", "--for", "1h").err()).contains("is no pair");
    }

    @Test
    void decidesOnlyDepositsThatAreFlagged() {
        assertThat(run("deposits", "complete", "66f0a1b2c3d4e5f607182930").err())
                .isEqualTo("offramp: there is no deposit 66f0a1b2c3d4e5f607182930\n");
        assertThat(run("deposits", "reject", "66f0a1b2c3d4e5f607182930", "--reason", " ")
                        .code())
                .isEqualTo(1);
        assertThat(run("deposits", "list", "--json").out()).isEqualTo("[]\n");
        assertThat(run("deposits", "arrivals").out()).isEqualTo("none\n");
    }

    @Test
    void keepsAPinThatNobodyReadsBack() {
        Result set = run("integrations", "set-pin", "--pin", "4711");
        assertThat(set.code()).isZero();
        assertThat(set.out()).doesNotContain("4711");
        assertThat(run("integrations", "set-pin", "--pin", "47").err()).isEqualTo("offramp: a PIN has 4 to 6 digits\n");
        assertThat(run("integrations", "unfreeze").out()).contains("was not frozen");
    }

    @Test
    void findsEmptyBooksSound() {
        assertThat(run("books").out()).isEqualTo("none\n");
        assertThat(run("audit", "--json").json().get("isSound").asBoolean()).isTrue();
    }

    @Test
    void refusesInOneLineWhatIsMistypedOrSetWrongly() {
        Result mistyped = run("sandbox", "reorg", "--network", "venus", "--depth", "1");
        assertThat(mistyped.code()).isEqualTo(2);
        assertThat(mistyped.err()).contains("'venus' is no network such as ethereum");
        assertThat(run("nonsense").code()).isEqualTo(2);
        Surroundings wrong = new Surroundings(
                Map.of("OFFRAMP_PORT", "many"),
                clock,
                random,
                random,
                new PrintStream(new ByteArrayOutputStream()),
                new PrintStream(new ByteArrayOutputStream()));
        assertThat(Main.run(wrong, "books")).isEqualTo(1);
    }

    @Test
    void saysHowCommandsAreUsed() {
        assertThat(run().out()).contains("Usage: offramp", "integrations", "demo");
        assertThat(run("help", "sandbox", "send").out()).contains("--asset=CODE");
    }
}
