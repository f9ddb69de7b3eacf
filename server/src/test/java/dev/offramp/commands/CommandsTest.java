package dev.offramp.commands;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.app.Loop;
import dev.offramp.app.Platform;
import dev.offramp.app.Surroundings;
import dev.offramp.assets.Asset;
import dev.offramp.assets.Network;
import dev.offramp.assets.Token;
import dev.offramp.assets.TokenNetwork;
import dev.offramp.chains.TxHash;
import dev.offramp.chains.simulated.Fate;
import dev.offramp.db.ManualClock;
import dev.offramp.db.TestDatabase;
import dev.offramp.deposits.MockTrade;
import dev.offramp.jobs.Step;
import dev.offramp.ledger.Account;
import dev.offramp.ledger.AccountKind;
import dev.offramp.ledger.Cause;
import dev.offramp.ledger.Entry;
import dev.offramp.ledger.Posting;
import dev.offramp.money.AssetCode;
import dev.offramp.money.Fiat;
import dev.offramp.money.Money;
import dev.offramp.tenancy.Environment;
import dev.offramp.tenancy.Tenant;
import dev.offramp.wallets.Generation;
import dev.offramp.wallets.Label;
import dev.offramp.wallets.Wallet;
import dev.offramp.withdrawals.Asked;
import dev.offramp.withdrawals.FeeLevel;
import dev.offramp.withdrawals.NewWithdrawal;
import dev.offramp.withdrawals.WithdrawalOrigin;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The command line as typed, on a real database (decision 42).
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
        int code = Main.run(around(out, err), line);
        return new Result(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private Surroundings around(ByteArrayOutputStream out, ByteArrayOutputStream err) {
        Map<String, String> variables = Map.of(
                "OFFRAMP_DATABASE_URL",
                database.address().jdbcUrl(),
                "OFFRAMP_DATABASE_CONNECTIONS",
                "4",
                "OFFRAMP_DATA",
                folder.toString());
        return new Surroundings(
                variables,
                "ann",
                clock,
                random,
                random,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
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
    void sendsTheSandboxsRailAwayAndCallsItBack() {
        assertThat(run("sandbox", "rail", "--away", "--json").out()).isEqualTo("{\"rail\":\"away\"}\n");
        Result resolved = run("sandbox", "rail", "--back");
        assertThat(resolved.code()).isZero();
        assertThat(run("sandbox", "rail").code()).isEqualTo(2);
    }

    @Test
    void writesNoIncidentAboutWhatIsNotMeasured() {
        Result refused =
                run("status", "incident", "open", "--title", "x", "--component", "moon", "--text", "It is away.");

        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err()).isEqualTo("offramp: no component moon is measured: see /status.json\n");
        assertThat(run("status", "incident", "resolve", "a".repeat(24), "--text", "x")
                        .err())
                .isEqualTo("offramp: there is no such incident\n");
        assertThat(run("status", "incident", "list", "--json").json()).isEmpty();
    }

    @Test
    void leadsACredentialThroughItsLife() {
        JsonNode issued = run(
                        "credentials",
                        "issue",
                        "--scopes",
                        "read,deposits",
                        "--addresses",
                        "203.0.113.0/24",
                        "--expires-in",
                        "30d",
                        "--json")
                .json();
        String appId = issued.get("appId").asString();
        assertThat(issued.get("appSecret").asString()).startsWith("sk_");
        assertThat(credential(appId).toString())
                .isEqualTo("{\"appId\":\"" + appId + "\",\"state\":\"works\",\"environments\":[\"development\"],"
                        + "\"scopes\":[\"read\",\"deposits\"],\"addresses\":[\"203.0.113.0/24\"],"
                        + "\"createdAt\":\"2026-11-24T09:00:00.000Z\",\"expiresAt\":\"2026-12-24T09:00:00.000Z\"}");

        JsonNode limited = run("credentials", "limit", appId, "--addresses", "any", "--expires-in", "never", "--json")
                .json();
        assertThat(limited.get("addresses")).isEmpty();
        assertThat(limited.has("expiresAt")).isFalse();
        assertThat(limited.get("scopes").toString()).isEqualTo("[\"read\",\"deposits\"]");

        JsonNode rotated =
                run("credentials", "rotate", appId, "--grace", "day", "--json").json();
        assertThat(rotated.get("appSecret")).isNotEqualTo(issued.get("appSecret"));
        assertThat(rotated.get("previousWorksUntil").asString()).isEqualTo("2026-11-25T09:00:00.000Z");
        assertThat(run("credentials", "rotate", appId, "--json").json().has("previousWorksUntil"))
                .isFalse();

        assertThat(run("credentials", "revoke", appId).code()).isZero();
        assertThat(credential(appId).get("state").asString()).isEqualTo("revoked");
        for (String act : List.of("limit", "rotate", "revoke")) {
            assertThat(run("credentials", act, appId).err())
                    .isEqualTo("offramp: the integration has no credential " + appId + " that works\n");
        }
        assertThat(run("credentials", "list").out()).contains(appId).doesNotContain("sk_");
    }

    private JsonNode credential(String appId) {
        for (JsonNode one : run("credentials", "list", "--json").json()) {
            if (one.get("appId").asString().equals(appId)) {
                return one;
            }
        }
        throw new AssertionError("not listed: " + appId);
    }

    @Test
    void refusesLimitsThatAreNone() {
        assertThat(run("credentials", "issue", "--scopes", "all").err()).isEqualTo("offramp: 'all' is no scope\n");
        assertThat(run("credentials", "issue", "--environments", "test").err())
                .isEqualTo("offramp: 'test' is no environment\n");
        assertThat(run("credentials", "issue", "--addresses", "example.com").err())
                .isEqualTo("offramp: 'example.com' is no address\n");
        assertThat(run("credentials", "issue", "--expires-in", "0s").err())
                .isEqualTo("offramp: '0s' is no time such as 12h or 30d, nor never\n");
        assertThat(run("credentials", "rotate", "app_x", "--grace", "year").code())
                .isEqualTo(2);
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
    void settlesBusinessWideToAnAddress() {
        assertThat(run("settlement", "set", "--address", "0x12", "--token", "USDT", "--network", "ERC20")
                        .err())
                .isEqualTo("offramp: USDT cannot be sent to 0x12 on ERC20\n");
        assertThat(run("settlement", "set", "--bank", "25", "--address", "0x12").code())
                .isEqualTo(2);
        assertThat(run("settlement", "set", "--address", "0x" + "1".repeat(40), "--token", "USDT", "--network", "ERC20")
                        .code())
                .isZero();
        assertThat(run("settlement", "show").out())
                .containsPattern("settlement +on\ncurrency +usd\ntoken +USDT\nnetwork +ERC20\naddress +0x1{40}");
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
    void withdrawsARateOfProduction() {
        run("rates", "set", "ETH", "USD", "3000", "--for", "1h");

        assertThat(run("rates", "withdraw", "ETH", "USD").out()).containsPattern("rate +3000");

        assertThat(run("rates", "list", "--json").json().get(0).get("holds").asBoolean())
                .isFalse();
        assertThat(run("rates", "withdraw", "ETH", "USD").err()).isEqualTo("offramp: ETH USD has no rate in use\n");
        assertThat(recorded()).startsWith("rate.removed -, rate.set -");
    }

    @Test
    void pausesAChainByHandAndEndsThePause() {
        planted(platform -> {
            mine(platform, 1);
            return "";
        });
        String[] pause = {"chains", "pause", "--network", "solana", "--reason", "node upgrade"};

        assertThat(run(pause).out()).containsPattern("state +paused").contains("node upgrade");

        assertThat(run(pause).err())
                .isEqualTo("offramp: solana (development) was paused before, by command line: node upgrade\n");
        assertThat(run("incidents", "resume", "--network", "solana").code()).isEqualTo(1);
        assertThat(run("chains", "end-pause", "--network", "solana").out()).containsPattern("state +read");
        assertThat(run("chains", "end-pause", "--network", "solana").err())
                .isEqualTo("offramp: solana (development) is not paused by hand\n");
        assertThat(recorded()).startsWith("chain.resumed -, chain.paused -");
    }

    @Test
    void hasFiguresCountedAnew() {
        assertThat(run("figures", "count-anew").out()).contains("counted anew by the server");
        assertThat(recorded()).startsWith("figures.counted-anew -");
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
    void recordsWhatItDecidesAboutFlaggedDeposits() {
        String rejected = planted(platform -> flag(platform, "one"));
        String completed = planted(platform -> flag(platform, "two"));

        assertThat(run("deposits", "reject", rejected, "--reason", "not ours").code())
                .isZero();
        assertThat(run("deposits", "complete", completed).code()).isZero();
        assertThat(recorded()).startsWith("deposit.completed Sandbox, deposit.rejected Sandbox, ");
        assertThat(run("trail", "list", "--subject", rejected).out()).contains("{reason=not ours}");
    }

    /// A deposit below its asset's minimum.
    private String flag(Platform platform, String label) {
        String id = deposit(platform, label, "1");
        mine(platform, 4);
        return id;
    }

    @Test
    void decidesAboutIncidentsAndResumesTheirChain() {
        String deposit = planted(this::loseADeposit);
        JsonNode listed = run("incidents", "list", "--json").json().get(0);
        assertThat(listed.get("deposit").asString()).isEqualTo(deposit);
        assertThat(listed.get("network").asString()).isEqualTo("solana");
        assertThat(listed.get("integration").asString()).isEqualTo("Sandbox");
        assertThat(listed.get("credited").decimalValue()).isEqualByComparingTo("94221.52");
        assertThat(listed.get("held").decimalValue()).isEqualByComparingTo("94221.52");
        assertThat(listed.get("shortfall").decimalValue()).isZero();
        assertThat(run("incidents", "chains").out()).contains("solana", "deposit " + deposit + " was booked");
        assertThat(run("incidents", "resume", "--network", "solana").err())
                .isEqualTo(
                        "offramp: solana (development) stays paused until these deposits are corrected or dismissed: "
                                + deposit + "\n");
        assertThat(run("incidents", "dismiss", deposit).err())
                .isEqualTo("offramp: deposit " + deposit + " is not on the chain: correct the incident, or wait\n");

        assertThat(run("incidents", "correct", deposit).out())
                .containsPattern("takenBack +94221.52")
                .containsPattern("receivable +0.00");

        assertThat(run("incidents", "correct", deposit).err())
                .isEqualTo("offramp: deposit " + deposit + " has no incident that waits for a decision\n");
        assertThat(run("incidents", "list").out()).isEqualTo("none\n");
        assertThat(run("incidents", "resume", "--network", "solana").code()).isZero();
        assertThat(run("incidents", "resume", "--network", "solana").err())
                .isEqualTo("offramp: solana (development) is not paused\n");
        assertThat(run("audit").out()).isEqualTo("the books are sound\n");
        assertThat(recorded()).isEqualTo("chain.resumed -, incident.corrected Sandbox, integration.created Sandbox");
    }

    /// The actions in the audit log, newest first, each with whom it concerns.
    private String recorded() {
        return run("trail", "list", "--json").json().values().stream()
                .map(entry -> entry.get("action").asString() + " "
                        + entry.path("integration").asString("-"))
                .collect(Collectors.joining(", "));
    }

    @Test
    void dismissesAnIncidentOnlyOnceItsDepositIsDeepEnough() {
        String deposit = planted(this::loseADeposit);
        planted(platform -> {
            platform.sandbox().rebroadcast(new TxHash("lost"));
            return mine(platform, 1);
        });
        assertThat(run("incidents", "correct", deposit).err())
                .startsWith("offramp: deposit " + deposit + " is on the chain again, in block ");
        assertThat(run("incidents", "dismiss", deposit).err())
                .isEqualTo("offramp: deposit " + deposit + " is on the chain again with 1 of 3 confirmations: wait\n");
        planted(platform -> mine(platform, 2));

        assertThat(run("incidents", "dismiss", deposit).out()).containsPattern("released +94221.52");
        assertThat(recorded()).startsWith("incident.dismissed Sandbox, ");
    }

    /// Does something to the installation that the commands are about.
    private String planted(Function<Platform, String> work) {
        Surroundings around = around(new ByteArrayOutputStream(), new ByteArrayOutputStream());
        return new Desk(around, clock.instant()).open(installation -> work.apply(installation.platform()));
    }

    private String loseADeposit(Platform platform) {
        mine(platform, 1);
        String id = deposit(platform, "lost", "59");
        mine(platform, 4);
        platform.sandbox().reorg(Network.SOLANA, 4, new Fate.Dropped());
        mine(platform, 4);
        return id;
    }

    private String deposit(Platform platform, String name, String coins) {
        Tenant tenant =
                new Tenant(platform.tenancy().find("Sandbox").orElseThrow().id(), Environment.DEVELOPMENT);
        Asset usdc = platform.assets().find(new AssetCode("SOL_USDC_JKVK")).orElseThrow();
        Wallet wallet = ((Generation.Generated) platform.wallets().generate(tenant, usdc, new Label(name))).wallet();
        var mock = new MockTrade(
                wallet.address(),
                usdc.code(),
                new BigDecimal(coins),
                new BigDecimal(coins),
                name,
                new TxHash(name),
                Optional.empty(),
                1);
        var made = (MockTrade.Outcome.Queued) platform.deposits().mock(tenant, mock);
        return made.id().toString();
    }

    private static String mine(Platform platform, int blocks) {
        List<Step> steps = platform.loops().stream()
                .map(Loop::step)
                .filter(step -> step.name().startsWith("deposits.watch.solana")
                        || step.name().equals("deposits.credit"))
                .toList();
        for (int i = 0; i < blocks; i++) {
            platform.sandbox().mine(1);
            for (Step step : steps) {
                while (step.runOnce()) {
                    continue;
                }
            }
        }
        return "";
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
    void setsFeesAndLimitsOfWithdrawalsInOneEnvironment() {
        assertThat(run("withdrawals", "set-fee", "erc20", "high", "12.5", "--env", "production")
                        .out())
                .containsPattern("ERC20 +3.00 +5.00 +12.50");
        assertThat(run("withdrawals", "fees").out()).containsPattern("ERC20 +3.00 +5.00 +8.00");
        assertThat(run("withdrawals", "set-limits", "--range", "1-2000").out()).containsPattern("maximum +2000.00");
        assertThat(run("withdrawals", "limits", "--integration", "Sandbox").out())
                .containsPattern("minimum +1.00");
        run("withdrawals", "set-limits", "--range", "7.50-90", "--integration", "Sandbox");
        assertThat(run("withdrawals", "limits", "--integration", "Sandbox").out())
                .containsPattern("minimum +7.50");
        assertThat(run("withdrawals", "limits").out()).containsPattern("minimum +1.00");
        run("withdrawals", "set-limits", "--usual", "--integration", "Sandbox");
        assertThat(run("withdrawals", "limits", "--integration", "Sandbox").out())
                .containsPattern("maximum +2000.00");
        assertThat(run("withdrawals", "limits", "--env", "production").out()).containsPattern("maximum +50000.00");
    }

    @Test
    void refusesLimitsAndFeesThatAreNone() {
        for (String range : List.of("0-5", "6-5", "5", "5-x", "1.005-5")) {
            assertThat(run("withdrawals", "set-limits", "--range", range).code())
                    .as(range)
                    .isEqualTo(1);
        }
        assertThat(run("withdrawals", "set-limits", "--usual").err())
                .isEqualTo("offramp: --usual needs --integration\n");
        assertThat(run("withdrawals", "set-limits").code()).isEqualTo(2);
        assertThat(run("withdrawals", "set-fee", "erc20", "high", "1.005").code())
                .isEqualTo(1);
        assertThat(run("withdrawals", "set-fee", "polygon", "high", "1").code()).isEqualTo(2);
    }

    @Test
    void listsTheHotWalletsOfAnEnvironment() {
        assertThat(run("hotwallets", "list").out()).isEqualTo("none\n");
        JsonNode listed =
                run("hotwallets", "list", "--env", "development", "--json").json();

        assertThat(listed).hasSize(5).allSatisfy(wallet -> {
            assertThat(wallet.get("nonceNext").asInt()).isZero();
            assertThat(wallet.get("noncesUsed").asInt()).isZero();
            assertThat(wallet.get("gaps")).isEmpty();
            assertThat(wallet.has("trouble")).isFalse();
        });
        assertThat(listed.get(0).get("network").asString()).isEqualTo("bsc");
        assertThat(listed.get(0).get("address").asString()).startsWith("0x");
    }

    /// Its own coin is in no catalogue.
    @Test
    void showsInTheBooksWhatSendingHasCostOnBsc() {
        planted(this::sendOnBsc);

        assertThat(run("books").out()).containsPattern("gas_cost +GAS_BSC +-0.000000000000001000");
        assertThat(run("audit").out()).isEqualTo("the books are sound\n");
    }

    private String sendOnBsc(Platform platform) {
        Tenant tenant =
                new Tenant(platform.tenancy().find("Sandbox").orElseThrow().id(), Environment.DEVELOPMENT);
        Money dollars = Fiat.USD.money("50.00");
        platform.db()
                .run(tx -> platform.ledger()
                        .enter(
                                tx,
                                List.of(new Entry.Post(
                                        new Cause("test.credit", platform.ids().next()),
                                        List.of(new Posting(
                                                Account.system(
                                                        AccountKind.LIQUIDITY, tenant.environment(), dollars.asset()),
                                                Account.tenant(tenant, Fiat.USD),
                                                dollars))))));
        platform.db()
                .run(tx -> platform.withdrawals()
                        .place(
                                tx,
                                List.of(new NewWithdrawal(
                                        tenant,
                                        new WithdrawalOrigin.Request(Optional.empty()),
                                        Token.USDT,
                                        TokenNetwork.BSC,
                                        "0x1111111111111111111111111111111111111111",
                                        new Asked.Dollars(Fiat.USD.money("20.00")),
                                        FeeLevel.LOW))));
        for (int second = 0; second < 10; second++) {
            platform.sandbox().mine(1);
            platform.withdrawals().steps().forEach(Step::runOnce);
            clock.advance(Duration.ofSeconds(1));
        }
        return "";
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
                "ann",
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
