package dev.offramp.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.app.TestApi;
import dev.offramp.dashboard.TestDashboard;
import dev.offramp.db.Trouble;
import dev.offramp.docs.TestLibrary;
import dev.offramp.http.Http;
import dev.offramp.money.AssetCode;
import dev.offramp.people.Role;
import dev.offramp.tenancy.AddressRange;
import dev.offramp.tenancy.CredentialLimits;
import dev.offramp.tenancy.Environment;
import dev.offramp.tenancy.Integration;
import dev.offramp.tenancy.IssuedCredential;
import dev.offramp.tenancy.Scope;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What models may make up in a sandbox: on the whole API and a real database, where an owner switched it on.
class SandboxToolsTest {

    private static final TestDashboard DASHBOARD = new TestDashboard();
    private static final Http API = TestApi.of(DASHBOARD.platform);
    private static final AtomicInteger NAMES = new AtomicInteger();
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final String USDC = "SOL_USDC_JKVK";
    private static final String OFF = "Sandbox tools are off for this business";

    private final Integration business = newBusiness();
    private final AtomicInteger asked = new AtomicInteger();
    private final TestClient client = client(issue(business, CredentialLimits.NONE));

    @AfterAll
    static void close() {
        DASHBOARD.close();
    }

    private static Integration newBusiness() {
        return DASHBOARD.integration("Shop " + NAMES.incrementAndGet());
    }

    private static IssuedCredential issue(Integration whose, CredentialLimits limits) {
        return DASHBOARD.platform.tenancy().issueCredential(whose.id(), limits);
    }

    private TestClient client(IssuedCredential credential) {
        return stranger().signIn(credential.appId(), credential.appSecret());
    }

    private TestClient stranger() {
        return client((appId, secret) -> {
            asked.incrementAndGet();
            return DASHBOARD.platform.tenancy().authenticate(appId, secret);
        });
    }

    private static TestClient client(Authenticator authenticator) {
        return new TestClient(
                Mcp.create(List.of(new AccountTools(API), new SandboxTools(API)), authenticator, TestLibrary.URL));
    }

    private void switchToolsOn() {
        DASHBOARD.db.run(tx -> DASHBOARD.platform.tenancy().setSandboxTools(tx, business.id(), true));
    }

    private void choose(String onOrOff) {
        String path = DASHBOARD.root(business) + "/settings";
        assertThat(DASHBOARD
                        .member(business, Role.OWNER)
                        .post(path + "/sandbox-tools", "sandboxTools", onOrOff)
                        .outcome())
                .isEqualTo("303 " + path);
    }

    private static String assetId() {
        return DASHBOARD
                .platform
                .assets()
                .find(new AssetCode(USDC))
                .orElseThrow()
                .id()
                .toString();
    }

    /// The address of a new wallet.
    private static String address(TestClient whose, String label) {
        return data(whose.text("generate_address", """
                {"id":"%s","label":"%s"}
                """.formatted(assetId(), label)))
                .get("address")
                .asString();
    }

    private static JsonNode data(String answer) {
        return MAPPER.readTree(answer).get("data");
    }

    private static String deposit(String address) {
        return deposit(address, "");
    }

    private static String deposit(String address, String more) {
        return """
                {"walletAddress":"%s","asset":"%s","amountInUSD":"59","cryptoReceived":"59.50"%s}
                """.formatted(address, USDC, more);
    }

    private static boolean hasSandboxTools(TestClient client) {
        return client.tools().contains("make_mock_deposit");
    }

    private int deposits() {
        return data(client.text("list_transactions", "{}")).size();
    }

    @Test
    void areThereWhileAnOwnerHasThemOn() {
        assertThat(client.tools()).contains("list_wallets").doesNotContain("make_mock_deposit", "generate_address");

        choose("on");
        assertThat(client.tools()).contains("make_mock_deposit", "generate_address");

        choose("off");
        assertThat(hasSandboxTools(client)).isFalse();
    }

    @Test
    void sayWhereAnOwnerSwitchesThemOn() {
        assertThat(client.error("make_mock_deposit", deposit("anywhere")))
                .get()
                .asString()
                .contains(OFF, "An owner", "dashboard", "Settings");
        assertThat(client.error("generate_address", "{\"id\":\"" + assetId() + "\",\"label\":\"a\"}"))
                .get()
                .asString()
                .contains(OFF);
        assertThat(data(client.text("list_wallets", "{}"))).isEmpty();
    }

    @Test
    void areOfOneBusinessAlone() {
        switchToolsOn();

        assertThat(hasSandboxTools(client(issue(newBusiness(), CredentialLimits.NONE))))
                .isFalse();
    }

    @Test
    void makeADepositUp() {
        switchToolsOn();

        String id = data(client.text("make_mock_deposit", deposit(address(client, "customer"))))
                .get("id")
                .asString();

        JsonNode made = data(client.text("show_transaction", "{\"id\":\"" + id + "\"}"));
        assertThat(made.get("status").asString()).isEqualTo("pending");
        assertThat(deposits()).isEqualTo(1);
    }

    @Test
    void makeAnotherDepositEachTimeUnlessItHasAName() {
        switchToolsOn();
        String address = address(client, "customer");

        client.text("make_mock_deposit", deposit(address));
        client.text("make_mock_deposit", deposit(address));
        assertThat(deposits()).isEqualTo(2);

        client.text("make_mock_deposit", deposit(address, ",\"reference\":\"once\""));
        assertThat(client.error("make_mock_deposit", deposit(address, ",\"reference\":\"once\"")))
                .get()
                .asString()
                .contains("The API answered 400", "reference already exists");
        assertThat(deposits()).isEqualTo(3);
    }

    @Test
    void doNotPayToAnAddressOfSomebodyElse() {
        switchToolsOn();
        String address = DASHBOARD.wallet("of another business").address().value();

        assertThat(client.error("make_mock_deposit", deposit(address)))
                .get()
                .asString()
                .contains("The API answered 404");
        assertThat(deposits()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"production", " Production ", "PRODUCTION", "development,production", "live"})
    void areNowhereButInTheSandbox(String environment) {
        switchToolsOn();
        String address = address(client, "customer");
        client.with("X-Breet-Env", environment);
        asked.set(0);

        assertThat(hasSandboxTools(client)).isFalse();
        assertThat(client.error("make_mock_deposit", deposit(address)))
                .get()
                .asString()
                .contains("Sandbox tools never work in production");
        assertThat(client.error("generate_address", "{\"id\":\"" + assetId() + "\",\"label\":\"b\"}"))
                .isPresent();
        assertThat(asked).hasValue(0);
        assertThat(deposits(Environment.PRODUCTION)).isZero();
        client.with("X-Breet-Env", "sandbox");
        assertThat(hasSandboxTools(client)).isTrue();
        assertThat(deposits()).isZero();
        assertThat(data(client.text("list_wallets", "{}"))).hasSize(1);
    }

    private int deposits(Environment environment) {
        return data(client.with("X-Breet-Env", environment.code()).text("list_transactions", "{}"))
                .size();
    }

    @Test
    void areNotThereForWrongCredentials() {
        switchToolsOn();
        client.with("x-app-secret", "wrong");

        assertThat(hasSandboxTools(client)).isFalse();
        assertThat(client.error("make_mock_deposit", deposit("anywhere")))
                .get()
                .asString()
                .contains("The API does not take these credentials");
    }

    @Test
    void areNotThereWhereTheApiWouldRefuseWhateverIsAsked() {
        switchToolsOn();
        CredentialLimits elsewhere = new CredentialLimits(
                Set.of(Environment.values()),
                Set.of(Scope.values()),
                List.of(AddressRange.parse("203.0.113.7").orElseThrow()),
                Optional.empty());

        assertThat(hasSandboxTools(client(issue(business, elsewhere)))).isFalse();
        assertThat(hasSandboxTools(client(issue(business, CredentialLimits.only(Environment.PRODUCTION)))))
                .isFalse();
        assertThat(hasSandboxTools(client(issue(business, CredentialLimits.only(Environment.DEVELOPMENT)))))
                .isTrue();
        DASHBOARD.platform.tenancy().setActive(business.id(), false);
        assertThat(hasSandboxTools(client)).isFalse();
    }

    @Test
    void leaveScopesToTheApi() {
        switchToolsOn();
        TestClient reader = client(issue(
                business,
                new CredentialLimits(
                        Set.of(Environment.DEVELOPMENT), Set.of(Scope.READ), List.of(), Optional.empty())));

        assertThat(reader.error("make_mock_deposit", deposit(address(client, "customer"))))
                .get()
                .asString()
                .contains("The API answered 403");
        assertThat(deposits()).isZero();
    }

    @Test
    void askWhoItIsOnceForEachListAndOnlyWhereItMatters() {
        client.with("x-app-secret", "wrong").tools();
        assertThat(asked).hasValue(1);

        stranger().tools();
        client.call("list_wallets", "{}");
        assertThat(asked).hasValue(1);
    }

    @Test
    void areNotThereWhenNobodyCanSayWhoItIs() {
        TestClient unlucky = client((_, _) -> {
                    throw new Trouble("the database is away", Duration.ofSeconds(1));
                })
                .signIn("app", "secret");

        assertThat(unlucky.tools()).contains("list_wallets").doesNotContain("make_mock_deposit");
        assertThat(unlucky.error("make_mock_deposit", deposit("anywhere")))
                .get()
                .asString()
                .contains("cannot answer at the moment")
                .doesNotContain("database");
    }

    @Test
    void sayThatTheyChangeSomethingAndDestroyNothing() {
        switchToolsOn();
        List<JsonNode> all = client.listed();

        assertThat(hints(all, "make_mock_deposit")).isEqualTo("readOnly false, destructive false, idempotent false");
        assertThat(hints(all, "generate_address")).isEqualTo("readOnly false, destructive false, idempotent false");
        assertThat(hints(all, "list_wallets")).isEqualTo("readOnly true, destructive false, idempotent true");
    }

    private static String hints(List<JsonNode> all, String name) {
        JsonNode hints = all.stream()
                .filter(tool -> tool.get("name").asString().equals(name))
                .findFirst()
                .orElseThrow()
                .get("annotations");
        return "readOnly %s, destructive %s, idempotent %s"
                .formatted(
                        hints.get("readOnlyHint").asString(),
                        hints.get("destructiveHint").asString(),
                        hints.get("idempotentHint").asString());
    }

    /// Each stands where a good amount would stand, and is refused with its name.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "59",
                "true",
                "null",
                "[\"59\"]",
                "{\"$gt\":\"\"}",
                "\"\"",
                "\"-1\"",
                "\"0\"",
                "\"1e3\"",
                "\"NaN\"",
                "\"59 dollars\"",
                "\"5\\u0000\"",
                "\"\\u0665\"",
                "\"1000000000000000000000000000000000000000000\"",
                "\"1000000000000000000\"",
                "\"0.0000000000000000000000001\""
            })
    void refuseWhatIsNoAmount(String amount) {
        switchToolsOn();
        String given = deposit(address(client, "customer")).replace("\"59\"", amount);

        assertThat(client.error("make_mock_deposit", given)).get().asString().contains("amountInUSD");
        assertThat(deposits()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"walletAddress\":1}",
                "{\"walletAddress\":\"a\",\"asset\":\"SOL_USDC_JKVK\",\"amountInUSD\":\"1\"}",
                "{\"walletAddress\":\"\",\"asset\":\"SOL_USDC_JKVK\",\"amountInUSD\":\"1\",\"cryptoReceived\":\"1\"}",
                "{\"walletAddress\":\"a\",\"asset\":\"NOTHING\",\"amountInUSD\":\"1\",\"cryptoReceived\":\"1\"}",
                "{\"walletAddress\":\"\\u0000\",\"asset\":\"../x\",\"amountInUSD\":\"1\",\"cryptoReceived\":\"1\"}",
                "{\"walletAddress\":\"a\",\"asset\":\"SOL_USDC_JKVK\",\"amountInUSD\":\"1\",\"cryptoReceived\":\"1\","
                        + "\"environment\":\"production\"}"
            })
    void refuseOtherDeposits(String arguments) {
        switchToolsOn();

        assertThat(client.error("make_mock_deposit", arguments)).isPresent();
        assertThat(deposits()).isZero();
    }

    @Test
    void refuseWhatIsTooLong() {
        switchToolsOn();

        assertThat(client.error("make_mock_deposit", deposit("a".repeat(201)))).isPresent();
        assertThat(client.error("make_mock_deposit", deposit("a", ",\"reference\":\"" + "a".repeat(101) + "\"")))
                .isPresent();
        assertThat(client.error(
                        "generate_address", "{\"id\":\"" + assetId() + "\",\"label\":\"" + "a".repeat(101) + "\"}"))
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ffffffffffffffffffffffff", "x", "../../mock-trade?a=", "..", "", "\\u0000"})
    void refuseToMakeAnAddressOfAnAssetThatThereIsNot(String id) {
        switchToolsOn();

        assertThat(client.error("generate_address", "{\"id\":\"" + id + "\",\"label\":\"customer\"}"))
                .get()
                .asString()
                .contains("The API answered 4");
        assertThat(data(client.text("list_wallets", "{}"))).isEmpty();
    }
}
