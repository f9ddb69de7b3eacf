package dev.offramp.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Banks, whose account is whose, and saved accounts (decision 16).
class BanksApiTest {

    private static final Api API = new Api();
    private static final ApiClient CLIENT = API.client("shop");

    @AfterAll
    static void close() {
        API.close();
    }

    @Test
    void areListedByCurrency() {
        assertThat(CLIENT.get("/payments/banks?currency=ngn").body())
                .startsWith("{\"message\":\"data fetched\",\"success\":true,\"data\":[{\"id\":\"25\",\"name\":\"OPay\","
                        + "\"slug\":\"opay\",\"country\":\"Nigeria\",\"currency\":\"ngn\",\"type\":\"nuban\","
                        + "\"avatar\":null,\"monnifyCode\":null,\"redbillerCode\":null,\"anchorCode\":null,"
                        + "\"palmpayCode\":null},{");
        assertThat(CLIENT.get("/payments/banks?currency=GHS").each("currency"))
                .isNotEmpty()
                .containsOnly("ghs");
        assertThat(CLIENT.get("/payments/banks?currency=usd").data()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?currency=", "?currency=undefined", "?currency=kes", "?Currency=ngn"})
    void areNotListedWithoutACurrency(String query) {
        assertThat(CLIENT.get("/payments/banks" + query).outcome())
                .isEqualTo("422 {\"currency\":[\"currency ISO code should be one of ngn, ghs, usd\"]}");
    }

    @Test
    void tellWhoseAnAccountIs() {
        Reply named = validate(CLIENT, "{'id': '1', 'accountNumber': '0241234567', 'currency': 'ghs'}");

        assertThat(named.body())
                .isEqualTo("{\"message\":\"data fetched\",\"success\":true,\"data\":{\"accountNumber\":\"0241234567\","
                        + "\"type\":\"mobile_money\",\"bankName\":\"MTN\",\"accountName\":\""
                        + named.text("accountName") + "\"},\"meta\":{},\"summary\":{},\"stats\":{}}");
        assertThat(named.text("accountName")).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'accountNumber': '0123456789'}                                  | 422 {"id":["id is required"]}
            {'id': '25'}                                                     | 422 {"accountNumber":["accountNumber is required"]}
            {'id': 25, 'accountNumber': '0123456789'}                        | 422 {"id":["id must be a string"]}
            {'id': '25', 'accountNumber': 123456789}                         | 422 {"accountNumber":["accountNumber must be a string"]}
            {'id': '25', 'accountNumber': '01234'}                           | 422 {"accountNumber":["accountNumber must be 6 to 20 digits"]}
            {'id': '25', 'accountNumber': '012345678x'}                      | 422 {"accountNumber":["accountNumber must be 6 to 20 digits"]}
            {'id': '25', 'accountNumber': '0123456789', 'currency': 'kes'}   | 422 {"currency":["currency must be one of ngn, ghs, usd"]}
            {'id': '9999', 'accountNumber': '0123456789'}                    | 404 bank not found
            {'id': '9999', 'accountNumber': '0123456789', 'currency': 'ghs'} | 404 bank not found
            {'id': '25', 'accountNumber': '0123456789', 'currency': 'ghs'}   | 422 {"currency":["currency of this bank is ngn"]}
            {'id': '25', 'accountNumber': '0123450009', 'currency': 'ghs'}   | 422 {"currency":["currency of this bank is ngn"]}
            {'id': '25', 'accountNumber': '0123450009'}                      | 400 account name could not be resolved
            """)
    void refuseTheSameWhenAnAccountIsAskedAboutAndWhenItIsAdded(String body, String outcome) {
        assertThat(validate(CLIENT, body).outcome()).isEqualTo(outcome);
        assertThat(add(CLIENT, body).outcome()).isEqualTo(outcome);
    }

    @Test
    void areRefusedInPlainWordsWhereNoRailPays() {
        ApiClient production = CLIENT.inProduction();
        String body = "{'id': '25', 'accountNumber': '0123456789'}";

        assertThat(validate(production, body).outcome())
                .isEqualTo("400 bank payouts in ngn are not available in this environment");
        assertThat(add(production, body).outcome())
                .isEqualTo("400 bank payouts in ngn are not available in this environment");
        assertThat(production.get("/payments/banks?currency=ngn").data()).isNotEmpty();
    }

    @Test
    void areSavedWithoutLimit() {
        ApiClient client = API.client("saves many");
        for (int i = 0; i < 250; i++) {
            // So many requests take more than one minute's limit.
            API.clock.advance(Duration.ofSeconds(10));
            assertThat(add(client, "{'id': '25', 'accountNumber': '%d'}".formatted(1_000_001_000L + i))
                            .status())
                    .isEqualTo(200);
        }

        assertThat(client.get("/payments/integration-banks").body()).contains("\"totalDocs\":250");
    }

    @Test
    void areAddedOnce() {
        ApiClient client = API.client("adds");
        String body = "{'id': '25', 'accountNumber': '0123456789', 'narration': 'rent', 'currency': 'NGN'}";
        Reply added = add(client, body);
        String integration = client.tenant().integration().toString();

        assertThat(added.body())
                .isEqualTo("{\"message\":\"bank added\",\"success\":true,\"data\":{\"id\":\"" + added.text("id")
                        + "\",\"account\":\"" + integration + "\",\"user\":\"" + integration + "\",\"integration\":\""
                        + integration + "\",\"accountName\":\"" + added.text("accountName")
                        + "\",\"accountNumber\":\"0123456789\",\"bankId\":\"25\",\"bankName\":\"OPay\","
                        + "\"narration\":\"rent\",\"currency\":\"ngn\",\"type\":\"nuban\",\"autoSettlement\":false,"
                        + "\"disabled\":false,\"isBusiness\":true,\"createdAt\":\"" + added.text("createdAt")
                        + "\",\"updatedAt\":\"" + added.text("createdAt")
                        + "\"},\"meta\":{},\"summary\":{},\"stats\":{}}");
        assertThat(add(client, body).outcome()).isEqualTo("400 bank account already exists");
        assertThat(add(client, "{'id': '39', 'accountNumber': '0123456789'}").status())
                .isEqualTo(200);
        assertThat(add(API.client("adds too"), body).status()).isEqualTo(200);
    }

    @Test
    void areListedToTheirOwnerNewestFirst() {
        ApiClient client = API.client("lists");
        for (String number : new String[] {"0123456781", "0123456782", "0123456783"}) {
            add(client, "{'id': '25', 'accountNumber': '" + number + "'}");
            API.clock.advance(Duration.ofSeconds(1));
        }

        Reply page = client.get("/payments/integration-banks?page=1&size=2");
        assertThat(page.each("accountNumber")).containsExactly("0123456783", "0123456782");
        assertThat(page.body()).contains("\"message\":\"data fetched\"").contains("\"totalDocs\":3");
        assertThat(client.inProduction().get("/payments/integration-banks").data())
                .isEmpty();
    }

    @Test
    void areShownAndDeletedByTheirOwnerAlone() {
        ApiClient client = API.client("deletes");
        ApiClient stranger = API.client("strangers");
        Reply added = add(client, "{'id': '25', 'accountNumber': '0123456789'}");
        String shown = "/payments/integration-banks/" + added.text("id");
        String deleted = "/payments/banks/" + added.text("id");

        assertThat(client.get(shown).data()).isEqualTo(added.data());
        assertThat(stranger.get(shown).outcome()).isEqualTo("404 bank not found");
        assertThat(client.inProduction().get(shown).outcome()).isEqualTo("404 bank not found");
        assertThat(stranger.send("DELETE", deleted, "").outcome()).isEqualTo("404 bank not found");
        assertThat(client.send("DELETE", deleted, "").body())
                .isEqualTo("{\"message\":\"bank deleted\",\"success\":true,\"data\":{},\"meta\":{},"
                        + "\"summary\":{},\"stats\":{}}");
        assertThat(client.send("DELETE", deleted, "").outcome()).isEqualTo("404 bank not found");
        assertThat(client.get(shown).outcome()).isEqualTo("404 bank not found");
        assertThat(client.get("/payments/integration-banks/none").outcome())
                .isEqualTo("400 you have entered an invalid _id");
        assertThat(client.send("DELETE", "/payments/banks/none", "").outcome())
                .isEqualTo("400 you have entered an invalid _id");
    }

    @Test
    void refuseNarrationsThatAreTooLongOrAskedOfAValidation() {
        String body = "{'id': '25', 'accountNumber': '0123456789', 'narration': '" + "x".repeat(33) + "'}";

        assertThat(add(CLIENT, body).outcome())
                .isEqualTo("422 {\"narration\":[\"narration must be at most 32 characters\"]}");
        assertThat(validate(CLIENT, body).outcome()).isEqualTo("422 {\"narration\":[\"unknown fields detected\"]}");
    }

    private static Reply validate(ApiClient client, String body) {
        return client.post("/payments/banks/validate", body);
    }

    private static Reply add(ApiClient client, String body) {
        return client.post("/payments/banks/add", body);
    }
}
