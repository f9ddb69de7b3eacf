package dev.offramp.commands;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.app.Surroundings;
import dev.offramp.db.ManualClock;
import dev.offramp.db.TestDatabase;
import dev.offramp.money.Fiat;
import dev.offramp.payouts.Banks;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What commands leave in the audit log, and how it is read there.
class TrailCommandTest {

    @TempDir
    private Path folder;

    private final TestDatabase database = TestDatabase.create();
    private final ManualClock clock = new ManualClock();
    private final Random random = new Random(3);

    private record Result(int code, String out, String err) {}

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
                "ann",
                clock,
                random,
                random,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        int code = Main.run(around, line);
        return new Result(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /// Of the newest entry.
    private String newest() {
        JsonNode all = JsonMapper.shared()
                .readTree(run("trail", "list", "--json", "--max", "1").out());
        JsonNode entry = all.get(0);
        return "%s: %s %s %s %s -> %s"
                .formatted(
                        entry.get("actor").asString(),
                        entry.get("action").asString(),
                        entry.path("integration").asString("-"),
                        entry.path("environment").asString("-"),
                        entry.get("before"),
                        entry.get("after"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    credentials issue --scopes read | credential.created Sandbox - {} -> {"environments":"development","scopes":"read","addresses":"any"}
                    webhooks rotate-secret --overlap 1h --env production | webhook-secret.rotated Sandbox production {} -> {"overlap":"PT1H","own":"false"}
                    integrations set-pin --pin 4711 | settings.pin-set Sandbox development {} -> {}
                    integrations set --markup 0.5 | settings.markup-changed Sandbox development {"percent":"0"} -> {"percent":"0.5"}
                    integrations set --receive-currency GHS | settings.receive-currency-changed Sandbox development {"receiveCurrency":"ngn"} -> {"receiveCurrency":"ghs"}
                    integrations set --fee-tiers 0=0.5,1000=0.4 | integration.fee-tiers-changed Sandbox development {"tiers":"0=0.5, 1000=0.5, 5000=0.5"} -> {"tiers":"0=0.5, 1000=0.4"}
                    integrations set --payout-maximum NGN=5000 | fees.payouts-changed Sandbox development {"maximum":"none"} -> {"maximum":"ngn=5000.00"}
                    integrations set --allow-addresses 203.0.113.0/24 | credential.addresses-limited Sandbox - {} -> {"addresses":"203.0.113.0/24"}
                    integrations set --active false | integration.suspended Sandbox - {} -> {}
                    withdrawals set-fee BSC low 0.75 | fees.withdrawals-changed - - {"environment":"development","usd":"0.50"} -> {"usd":"0.75"}
                    withdrawals set-limits --range 5-100 | fees.withdrawal-limits-changed - - {"environment":"development","minimum":"5.00","maximum":"50000.00"} -> {"environment":"development","minimum":"5.00","maximum":"100.00"}
                    rates set USD NGN 1600 --for 1h | rate.set - - {} -> {"rate":"1600","expiresAt":"2026-11-24T10:00:00Z","forced":"false"}
                    rates spread NGN 1.5 | rate.spread-changed - - {} -> {"environment":"development","percent":"1.5"}
                    settlement set --address 0x1111111111111111111111111111111111111111 --token USDT --network BSC | settlement.changed Sandbox development {} -> {"token":"USDT","network":"BSC","address":"0x1111111111111111111111111111111111111111"}
                    """)
    void areInTheLogWithWhatTheyChanged(String line, String entry) {
        Result done = run(line.split(" "));

        assertThat(done.err()).isEmpty();
        assertThat(newest()).isEqualTo("command line (ann): " + entry);
    }

    @Test
    void leaveNoEntryWhenTheyAreRefusedOrOnlyLook() {
        run("integrations", "list");
        String before = run("trail", "list", "--json").out();

        assertThat(run("integrations", "set", "--markup", "11").code()).isEqualTo(1);
        assertThat(run("integrations", "set").code()).isZero();
        assertThat(run("deposits", "complete", "66f0a1b2c3d4e5f607182930").code())
                .isEqualTo(1);
        assertThat(run("settlement", "again", "66f0a1b2c3d4e5f607182930").code())
                .isEqualTo(1);
        assertThat(run("incidents", "resume", "--network", "ethereum").code()).isEqualTo(1);
        assertThat(run("rates", "spread", "USD", "1").code()).isEqualTo(1);
        assertThat(run("trail", "list", "--json").out()).isEqualTo(before);
    }

    @Test
    void maskAccountNumbersAndKeepPinsOut() {
        String bank = JsonMapper.shared()
                .readTree(run("settlement", "set", "--bank", firstBank(), "--account", "0123456789", "--json")
                        .out())
                .get("bankName")
                .asString();
        run("integrations", "set-pin", "--pin", "471199");
        run("settlement", "clear");

        String log = run("trail", "list", "--json").out();
        assertThat(newest())
                .endsWith("settlement.changed Sandbox development {\"bank\":\"" + bank + "\",\"account\":\"****6789\"}"
                        + " -> {}");
        assertThat(log).doesNotContain("0123456789").doesNotContain("471199").doesNotContain("sk_");
    }

    @Test
    void recordThatTheProgramMadeTheSandbox() {
        run("integrations", "list");

        assertThat(newest()).startsWith("the program: integration.created Sandbox - {} -> {\"name\":\"Sandbox\"");
    }

    @Test
    void findTheirEntriesAndHoldThemAgainstEachOther() {
        run("integrations", "create", "--name", "Acme");
        run("rates", "spread", "NGN", "1.5");

        assertThat(run("trail", "list", "--integration", "acme").out())
                .contains("integration.created", "command line (ann)")
                .doesNotContain("rate.spread-changed");
        assertThat(run("trail", "list", "--action", "rate.set").out()).isEqualTo("none\n");
        assertThat(run("trail", "list", "--action", "moon.landed").err())
                .isEqualTo("offramp: there is no action moon.landed\n");
        Result whole = run("trail", "verify");
        assertThat(whole.out()).startsWith("the audit log is whole: 3 entries, head 3-");
        String head = whole.out().strip().replaceFirst(".* ", "");
        assertThat(run("trail", "verify", "--noted", head).code()).isZero();
        assertThat(run("trail", "verify", "--noted", "5").err()).contains("is no head such as");

        database.database().run(tx -> tx.sql().execute("DELETE FROM trail_entry WHERE number = 3"));
        Result broken = run("trail", "verify");
        assertThat(broken.code()).isEqualTo(1);
        assertThat(broken.out()).isEqualTo("entry 3 was cut off with all after it\n");
        assertThat(run("trail", "verify", "--json").out())
                .isEqualTo("{\"isWhole\":false,\"entry\":3,\"fault\":\"entry 3 was cut off with all after it\"}\n");
    }

    private static String firstBank() {
        return Banks.create().in(Fiat.NGN).getFirst().id().toString();
    }
}
