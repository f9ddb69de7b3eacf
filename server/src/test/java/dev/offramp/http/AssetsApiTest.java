package dev.offramp.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/// Assets, their rates, and the rate calculator (decisions 14 and 15).
class AssetsApiTest {

    private static final Api API = new Api();
    private static final ApiClient CLIENT = API.client("shop");

    @AfterAll
    static void close() {
        API.close();
    }

    @Test
    void areListedInTheirFixedOrderUnderBothPaths() {
        Reply reply = CLIENT.get("/trades/assets");

        assertThat(reply.each("identifier"))
                .hasSize(20)
                .startsWith("BTC_TEST", "ETH_TEST5", "USDT_ETH_TEST5_WFZR", "USDT_TRX_TEST2");
        assertThat(CLIENT.get("/trades/sell/assets").body()).isEqualTo(reply.body());
    }

    @Test
    void areListedWithEverythingThatIsKnownOfThem() {
        assertThat(CLIENT.get("/trades/assets").body())
                .startsWith("{\"message\":\"data fetched\",\"success\":true,\"data\":[{")
                .contains("{\"id\":\"69b3e33d5aef202395e800e8\",\"identifier\":\"SOL_USDC_JKVK\","
                        + "\"name\":\"USD Coin Test (Solana)\",\"symbol\":\"USDC\","
                        + "\"icon\":\"http://localhost/icons/usdc.svg\",\"network\":\"Solana\",\"minimum\":50,"
                        + "\"flagFeeUSD\":10,\"confirmations\":3,\"type\":\"SOL_ASSET\",\"isAccountBased\":true,"
                        + "\"txLink\":\"" + API.asset(Api.USDC).transactionLink()
                        + "\",\"rate\":{\"NGN\":1605,\"GHS\":11.2}}");
    }

    @Test
    void haveNoRateInProductionUntilOneIsSetAndAreInactiveUntilTheirNetworkIsConfigured() {
        Reply reply = CLIENT.inProduction().get("/trades/assets");

        assertThat(reply.data()).isNotEmpty().allSatisfy(asset -> {
            assertThat(asset.get("rate").toString()).isEqualTo("{}");
            assertThat(asset.get("isActive").asBoolean()).isFalse();
        });
    }

    @Test
    void sayThatTheyAreInactiveOnlyWhileTheyArePaused() {
        API.db.run(tx -> API.assets.pause(tx, API.asset("BTC_TEST"), "maintenance"));
        API.clock.advance(Duration.ofSeconds(2));
        assertThat(asset("BTC_TEST").get("isActive").asBoolean()).isFalse();
        assertThat(asset("LTC_TEST").has("isActive")).isFalse();

        API.db.run(tx -> API.assets.resume(tx, API.asset("BTC_TEST")));
        API.clock.advance(Duration.ofSeconds(2));
        assertThat(asset("BTC_TEST").has("isActive")).isFalse();
    }

    @Test
    void areRatedForEachTenantWithItsOwnMarkup() {
        ApiClient dear = API.client("dear");
        dear.put("/users/markup-percent", "{'markupPercent': 1}");

        assertThat(dear.get("/trades/assets").body()).contains("\"rate\":{\"NGN\":1588.95,\"GHS\":11.088}");
        assertThat(CLIENT.get("/trades/assets").body()).doesNotContain("1588.95");
        assertThat(calculate(dear, Api.USDC, "{'amountInUSD': 100, 'currency': 'ngn'}")
                        .data()
                        .toString())
                .isEqualTo("{\"NGNAmount\":158895,\"GHSAmount\":1108.8,\"rate\":1588.95,\"cryptoAmount\":100}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            SOL_USDC_JKVK | {'amountInUSD': 59, 'currency': 'ngn'}     | 94695 | 660.8 | 1605 | 59
            SOL_USDC_JKVK | {'amountInUSD': 59, 'currency': 'GHS'}     | 94695 | 660.8 | 11.2 | 59
            SOL_USDC_JKVK | {'amountInUSD': 59, 'currency': null}      | 94695 | 660.8 | 1605 | 59
            ETH_TEST5     | {'amountInUSD': 59, 'currency': 'ngn'}     | 94695 | 660.8 | 1605 | 0.019666666666666666
            BTC_TEST      | {'amountInUSD': 1e5}                       | 160500000 | 1120000 | 1605 | 1
            SOL_USDC_JKVK | {'amountInUSD': 0.00000001}                | 0     | 0     | 1605 | 0
            """)
    void areCalculated(String asset, String body, String naira, String cedis, String rate, String coins) {
        assertThat(calculate(CLIENT, asset, body).body())
                .contains("\"message\":\"data fetched\"")
                .contains("\"data\":{\"NGNAmount\":" + naira + ",\"GHSAmount\":" + cedis + ",\"rate\":" + rate
                        + ",\"cryptoAmount\":" + coins + "}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {}                                        | {"amountInUSD":["amountInUSD is required"]}
            {'amountInUSD': '59'}                     | {"amountInUSD":["amountInUSD must be a number"]}
            {'amountInUSD': 0}                        | {"amountInUSD":["amountInUSD must be greater than 0"]}
            {'amountInUSD': -1}                       | {"amountInUSD":["amountInUSD must be greater than 0"]}
            {'amountInUSD': 1e16}                     | {"amountInUSD":["amountInUSD must be at most 1000000000000000"]}
            {'amountInUSD': 1e999999999}              | {"amountInUSD":["amountInUSD is out of range"]}
            {'amountInUSD': 1.123456789}              | {"amountInUSD":["amountInUSD must have at most 8 decimals"]}
            {'amountInUSD': 1, 'currency': 'usd'}     | {"currency":["currency must be one of ngn, ghs"]}
            {'amountInUSD': 1, 'currency': 7}         | {"currency":["currency must be one of ngn, ghs"]}
            """)
    void refuseAmountsAndCurrenciesThatAreNone(String body, String reasons) {
        assertThat(calculate(CLIENT, Api.USDC, body).outcome()).isEqualTo("422 " + reasons);
    }

    @Test
    void areListedWithWhatTheyAreBoughtFor() {
        ApiClient client = API.client("seller");
        client.put("/users/markup-percent", "{'markupPercent': 1}");

        Reply reply = client.get("/trades/pbc/sell/rates");

        assertThat(reply.each("identifier"))
                .isEqualTo(client.get("/trades/assets").each("identifier"));
        assertThat(reply.body())
                .contains("{\"asset\":\"69b3e33d5aef202395e800e8\",\"identifier\":\"SOL_USDC_JKVK\","
                        + "\"symbol\":\"USDC\",\"network\":\"Solana\",\"priceInUSD\":1,"
                        + "\"rate\":{\"NGN\":1588.95,\"GHS\":11.088},\"updatedAt\":\"");
        assertThat(client.inProduction().get("/trades/pbc/sell/rates").outcome())
                .isEqualTo("400 rate is not available");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        ?from=btc            | USD | 100000
        ?from=BTC&to=usd     | USD | 100000
        ?from=eth&to=NGN     | NGN | 4815000
        ?from=usdc&to=ghs    | GHS | 11.2
        ?from=usdc&to=       | USD | 1
        """)
    void haveAMarketPriceWithoutMarkup(String query, String currency, String price) {
        Reply reply = CLIENT.get("/trades/pbc/sell/assets/market/converter" + query);

        JsonNode quote = reply.data().get("quote").get(currency);
        assertThat(quote.get("price").decimalValue()).isEqualByComparingTo(price);
        assertThat(quote.get("lastUpdated").asString()).endsWith("Z");
        assertThat(reply.data().get("quote")).hasSize(1);
    }

    @Test
    void haveNoMarketPriceWhereNobodyKnowsOne() {
        String path = "/trades/pbc/sell/assets/market/converter";

        assertThat(CLIENT.get(path).outcome()).isEqualTo("422 {\"from\":[\"from is required\"]}");
        assertThat(CLIENT.get(path + "?from=shib").outcome()).isEqualTo("404 asset not found");
        assertThat(CLIENT.get(path + "?from=btc&to=eur").outcome())
                .isEqualTo("422 {\"to\":[\"to must be one of usd, ngn, ghs\"]}");
        assertThat(CLIENT.inProduction().get(path + "?from=btc").outcome()).isEqualTo("400 rate is not available");
    }

    @Test
    void areFoundByTheirIdAloneAndInTheirOwnEnvironment() {
        String path = "/trades/pbc/sell/rate-calculator/";
        String body = "{'amountInUSD': 1}";
        String ofProduction = API.asset("SOL_USDC_PTHX").id().toString();

        assertThat(CLIENT.post(path + Api.USDC, body).outcome()).isEqualTo("422 {\"id\":[\"id is not a valid id\"]}");
        assertThat(CLIENT.post(path + Api.NOBODY, body).outcome()).isEqualTo("404 asset not found");
        assertThat(CLIENT.post(path + ofProduction, body).outcome()).isEqualTo("404 asset not found");
        assertThat(CLIENT.inProduction().post(path + ofProduction, body).outcome())
                .isEqualTo("400 rate is not available");
    }

    private static Reply calculate(ApiClient client, String asset, String body) {
        return client.post(
                "/trades/pbc/sell/rate-calculator/" + API.asset(asset).id(), body);
    }

    private static JsonNode asset(String code) {
        for (JsonNode asset : CLIENT.get("/trades/assets").data()) {
            if (asset.get("identifier").asString().equals(code)) {
                return asset;
            }
        }
        throw new AssertionError("not listed: " + code);
    }
}
