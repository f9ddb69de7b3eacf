package dev.offramp.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.assets.Network;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Addresses, the banks they pay on to, and who may see them.
class WalletsApiTest {

    private static final Api API = new Api();
    private static final ApiClient CLIENT = API.client("shop");
    private static final String BANK = "{'id': '25', 'accountNumber': '0123456789'}";
    private static final String NAMED =
            "\"bankId\":\"25\",\"bankName\":\"OPay\",\"accountNumber\":\"0123456789\"," + "\"accountName\":\"";

    @AfterAll
    static void close() {
        API.close();
    }

    @Test
    void areGeneratedWithThreeKeysAndListed() {
        ApiClient client = API.client("generates");
        Reply made = client.generate(Api.USDC, "cust-77");

        assertThat(made.body())
                .isEqualTo("{\"message\":\"wallet address generated successfully\",\"success\":true,\"data\":{\"id\":\""
                        + made.text("id") + "\",\"address\":\"" + made.text("address") + "\",\"vaultId\":\""
                        + made.text("vaultId") + "\"},\"meta\":{},\"summary\":{},\"stats\":{}}");
        assertThat(client.get("/trades/wallets").body())
                .startsWith("{\"message\":\"wallets retrieved successfully\",\"success\":true,\"data\":[{\"id\":\""
                        + made.text("id") + "\",\"address\":\"" + made.text("address")
                        + "\",\"label\":\"cust-77\",\"asset\":\"69b3e33d5aef202395e800e8\","
                        + "\"identifier\":\"SOL_USDC_JKVK\",\"vaultId\":\"" + made.text("vaultId")
                        + "\",\"isActive\":true,\"autoSettlement\":false,\"createdAt\":\"2026-")
                .contains("\"totalDocs\":1");
    }

    @Test
    void areOnePerAssetAndLabel() {
        ApiClient client = API.client("repeats");
        client.generate(Api.USDC, "cust 100%");

        assertThat(client.generate(Api.USDC, "cust 100%").outcome())
                .isEqualTo("400 SOL_USDC_JKVK for cust 100% already exists in your wallets");
        assertThat(client.generate("TRX_TEST", "cust 100%").status()).isEqualTo(200);
        assertThat(client.generate(Api.USDC, "Cust 100%").status()).isEqualTo(200);
        assertThat(CLIENT.generate(Api.USDC, "cust 100%").status()).isEqualTo(200);
        assertThat(client.get("/trades/wallets").each("label")).containsExactly("Cust 100%", "cust 100%", "cust 100%");
    }

    @Test
    void keepLabelsExactlyAsTheyWereSent() {
        ApiClient client = API.client("labels");
        String longest = "\u00e9\ud83d\ude00".repeat(127) + "x";
        client.generate(Api.USDC, longest);
        client.generate(Api.USDC, " a b ");

        assertThat(client.get("/trades/wallets").each("label")).containsExactly(" a b ", longest);
    }

    @Test
    void comeWithTheirBankInOneCall() {
        ApiClient client = API.client("settles");
        Reply made = client.post(generatePath(Api.USDC), """
                {'label': 'a', 'bankId': '25', 'accountNumber': '0123456789', 'narration': 'rent',
                 'autoSettlement': true}
                """);

        assertThat(client.get("/trades/wallets/" + made.text("id")).body())
                .contains("\"message\":\"wallet retrieved successfully\"")
                .contains("\"autoSettlement\":true," + NAMED)
                .contains("\",\"narration\":\"rent\",\"createdAt\"");
    }

    @Test
    void areNotMadeWhenTheirAccountCannotBeNamed() {
        ApiClient client = API.client("unnamed");

        assertThat(generate(client, "{'label': 'a', 'bankId': '25', 'accountNumber': '0123450009'}"))
                .isEqualTo("400 account name could not be resolved");
        assertThat(generate(client, "{'label': 'a', 'bankId': '9999', 'accountNumber': '0123456789'}"))
                .isEqualTo("404 bank not found");
        assertThat(client.get("/trades/wallets").data()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {}                                             | {"label":["label is required"]}
            {'label': ''}                                  | {"label":["label is required"]}
            {'label': 7}                                   | {"label":["label must be a string"]}
            {'label': 'a\\u0007'}                          | {"label":["label must contain printable characters only"]}
            {'label': 'a', 'bankId': '25'}                 | {"accountNumber":["accountNumber is required with bankId"]}
            {'label': 'a', 'accountNumber': '0123456789'}  | {"bankId":["bankId is required with accountNumber"]}
            {'label': 'a', 'bankId': 25, 'accountNumber': '0123456789'} | {"bankId":["bankId must be a string"]}
            {'label': 'a', 'bankId': '25', 'accountNumber': '12345'} | {"accountNumber":["accountNumber must be 6 to 20 digits"]}
            {'label': 'a', 'autoSettlement': 'yes'}        | {"autoSettlement":["autoSettlement must be true or false"]}
            {'label': 'a', 'label': 'b'}                   | {"body":["body must be valid JSON without duplicate fields"]}
            """)
    void refuseWhatIsNoLabelBankOrFlag(String body, String reasons) {
        assertThat(generate(CLIENT, body)).isEqualTo("422 " + reasons);
    }

    @Test
    void refuseLabelsAndNarrationsThatAreTooLong() {
        assertThat(generate(CLIENT, "{'label': '" + "x".repeat(256) + "', 'narration': '" + "y".repeat(33) + "'}"))
                .isEqualTo("422 {\"label\":[\"label must be at most 255 characters\"],"
                        + "\"narration\":[\"narration must be at most 32 characters\"]}");
    }

    @Test
    void areNotMadeForAssetsThatCannotBeReceived() {
        ApiClient production = CLIENT.inProduction();

        assertThat(production.generate("SOL_USDC_PTHX", "a").outcome())
                .isEqualTo("400 SOL_USDC_PTHX cannot be received: the network Solana is not configured on this server");
        assertThat(CLIENT.generate("SOL_USDC_PTHX", "a").outcome()).isEqualTo("404 asset not found");
        assertThat(CLIENT.post("/trades/sell/assets/" + Api.USDC + "/generate-address", "{'label': 'a'}")
                        .outcome())
                .isEqualTo("422 {\"id\":[\"id is not a valid id\"]}");
        assertThat(CLIENT.post("/trades/sell/assets/" + Api.NOBODY + "/generate-address", "{}")
                        .outcome())
                .isEqualTo("422 {\"label\":[\"label is required\"]}");
    }

    @Test
    void areNotMadeForPausedAssets() {
        ApiClient client = API.client("paused");
        client.generate("DOGE_TEST", "before");
        API.db.run(tx -> API.assets.pause(tx, API.asset("DOGE_TEST"), "maintenance"));
        API.clock.advance(Duration.ofSeconds(2));

        assertThat(client.generate("DOGE_TEST", "a").outcome())
                .isEqualTo("400 DOGE_TEST is not available at the moment");
        assertThat(client.get("/trades/wallets").data().get(0).get("isActive").asBoolean())
                .isFalse();

        API.db.run(tx -> API.assets.resume(tx, API.asset("DOGE_TEST")));
        API.clock.advance(Duration.ofSeconds(2));
        assertThat(client.generate("DOGE_TEST", "a").status()).isEqualTo(200);
    }

    @Test
    void rememberTheFlagUntilABankIsLinked() {
        Reply made = CLIENT.post(generatePath(Api.USDC), "{'label': 'flag first', 'autoSettlement': true}");
        String path = "/trades/wallets/" + made.text("id");
        assertThat(CLIENT.get(path).data().get("autoSettlement").asBoolean()).isFalse();

        assertThat(CLIENT.put(path + "/bank", BANK).body())
                .isEqualTo("{\"message\":\"bank added to wallet successfully\",\"success\":true,\"data\":{},"
                        + "\"meta\":{},\"summary\":{},\"stats\":{}}");

        assertThat(CLIENT.get(path).body()).contains("\"autoSettlement\":true," + NAMED);
    }

    @Test
    void takeAnotherBankAndKeepTheFlagUnlessItIsSent() {
        Reply made = CLIENT.generateSettled(Api.USDC, "other bank");
        String path = "/trades/wallets/" + made.text("vaultId");
        API.clock.advance(Duration.ofMinutes(5));

        CLIENT.put(path + "/bank", "{'id': '1', 'accountNumber': '0241234567', 'narration': 'n'}");
        assertThat(CLIENT.get(path).body())
                .contains("\"autoSettlement\":true,\"bankId\":\"1\",\"bankName\":\"MTN")
                .contains("\"accountNumber\":\"0241234567\"");
        assertThat(CLIENT.get(path).text("updatedAt"))
                .isGreaterThan(CLIENT.get(path).text("createdAt"));

        CLIENT.put(path + "/bank", "{'id': '25', 'accountNumber': '0123456789', 'autoSettlement': false}");
        assertThat(CLIENT.get(path).body()).contains("\"autoSettlement\":false," + NAMED);
        assertThat(CLIENT.get(path).data().has("narration")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'bankId': '25', 'accountNumber': '0123456789'} | 422 {"bankId":["unknown fields detected"],"id":["id is required"]}
            {'id': '25'}                                    | 422 {"accountNumber":["accountNumber is required"]}
            {'id': '25', 'accountNumber': '12345678901234567890123'} | 422 {"accountNumber":["accountNumber must be 6 to 20 digits"]}
            {'id': '0', 'accountNumber': '0123456789'}      | 404 bank not found
            {'id': '25', 'accountNumber': '0123450009'}     | 400 account name could not be resolved
            """)
    void keepTheirBankWhenAnotherOneIsRefused(String body, String outcome) {
        String label = "refused " + body.hashCode();
        String path =
                "/trades/wallets/" + CLIENT.generateSettled(Api.USDC, label).text("id");

        assertThat(CLIENT.put(path + "/bank", body).outcome()).isEqualTo(outcome);

        assertThat(CLIENT.get(path).body()).contains("\"autoSettlement\":true," + NAMED);
    }

    @Test
    void switchAutoSettlementOnAndOffOnceTheyHaveABank() {
        String path = "/trades/wallets/" + CLIENT.generate(Api.USDC, "switch").text("id");
        assertThat(flag(path, true).outcome()).isEqualTo("400 wallet does not have a bank");
        CLIENT.put(path + "/bank", BANK);

        assertThat(flag(path, true).body())
                .startsWith("{\"message\":\"auto settlement enabled successfully\",\"success\":true,"
                        + "\"data\":{\"walletId\":\"" + path.substring(16) + "\",\"autoSettlement\":true}");
        assertThat(CLIENT.get(path).data().get("autoSettlement").asBoolean()).isTrue();
        assertThat(flag(path, false).outcome()).isEqualTo("200 auto settlement disabled successfully");
        assertThat(CLIENT.get(path).data().get("autoSettlement").asBoolean()).isFalse();
        assertThat(CLIENT.put(path + "/auto-settlement", "{'autoSettlement': 1}")
                        .outcome())
                .isEqualTo("422 {\"autoSettlement\":[\"autoSettlement must be true or false\"]}");
    }

    @Test
    void showTheirNewestDepositWhenOneIsAskedFor() {
        ApiClient client = API.client("last trade");
        Reply made = client.generate(Api.USDC, "a");
        String path = "/trades/wallets/" + made.text("id");
        assertThat(client.get(path).data().has("lastTrade")).isFalse();

        API.pay(made.text("address"), Api.USDC, "60");
        API.mine(Network.SOLANA, 3);
        API.clock.advance(Duration.ofSeconds(2));
        API.pay(made.text("address"), Api.USDC, "70");

        assertThat(client.get(path)
                        .data()
                        .get("lastTrade")
                        .get("cryptoReceived")
                        .asString())
                .isEqualTo("70");
        assertThat(client.get("/trades/wallets").body()).doesNotContain("lastTrade");
    }

    @Test
    void areNobodyElsesAndOfOneEnvironment() {
        Reply made = CLIENT.generate(Api.USDC, "mine");
        for (ApiClient stranger : new ApiClient[] {API.client("stranger"), CLIENT.inProduction()}) {
            for (String name : new String[] {made.text("id"), made.text("vaultId")}) {
                String path = "/trades/wallets/" + name;
                assertThat(stranger.get(path).outcome()).isEqualTo("404 wallet not found");
                assertThat(stranger.put(path + "/bank", BANK).outcome()).isEqualTo("404 wallet not found");
                assertThat(stranger.put(path + "/auto-settlement", "{'autoSettlement': true}")
                                .outcome())
                        .isEqualTo("404 wallet not found");
            }
            assertThat(stranger.get("/trades/wallets").data()).isEmpty();
        }
        assertThat(CLIENT.get("/trades/wallets/0").outcome()).isEqualTo("404 wallet not found");
        assertThat(CLIENT.get("/trades/wallets/mine").outcome()).isEqualTo("400 you have entered an invalid _id");
    }

    @Test
    void areListedInPagesNewestFirst() {
        ApiClient client = API.client("pages");
        for (String label : new String[] {"1", "2", "3", "4", "5"}) {
            client.generate("TRX_TEST", label);
        }
        client.put("/trades/wallets/" + client.get("/trades/wallets").each("id").get(2) + "/bank", BANK);

        Reply second = client.get("/trades/wallets?page=2&size=2");
        assertThat(second.each("label")).containsExactly("3", "2");
        assertThat(second.each("bankId")).containsExactly("25", "");
        assertThat(second.body())
                .contains("\"meta\":{\"pages\":3,\"prevPage\":1,\"nextPage\":3,\"page\":2,"
                        + "\"totalDocs\":5,\"hasPrevPage\":true,\"hasNextPage\":true}");
        assertThat(client.get("/trades/wallets?page=9").data()).isEmpty();
    }

    private static Reply flag(String path, boolean on) {
        return CLIENT.put(path + "/auto-settlement", "{'autoSettlement': " + on + "}");
    }

    private static String generate(ApiClient client, String body) {
        return client.post(generatePath(Api.USDC), body).outcome();
    }

    private static String generatePath(String asset) {
        return "/trades/sell/assets/" + API.asset(asset).id() + "/generate-address";
    }
}
