package dev.offramp.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.ledger.Account;
import dev.offramp.ledger.AccountKind;
import dev.offramp.ledger.Cause;
import dev.offramp.ledger.Entry;
import dev.offramp.ledger.Posting;
import dev.offramp.money.Fiat;
import dev.offramp.tenancy.Pin;
import dev.offramp.tenancy.Tenant;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/// Money from one balance into another.
class ConversionsApiTest {

    private static final Api API = new Api();
    private static final String PIN = "4711";

    @AfterAll
    static void close() {
        API.close();
    }

    @Test
    void sellDollarsAtTheSellRateWithoutMarkupOrFee() {
        ApiClient client = funded("seller");
        client.put("/users/markup-percent", "{'markupPercent': 5}");

        Reply reply = client.post("/payments/convert", "{'amount': 100.01}");

        assertThat(reply.body())
                .isEqualTo("{\"message\":\"conversion successful\",\"success\":true,"
                        + "\"data\":{\"amount\":160516.05,\"currency\":\"ngn\"},"
                        + "\"meta\":{},\"summary\":{},\"stats\":{}}");
        assertThat(balance(client, "usd")).isEqualByComparingTo("99.99");
        assertThat(balance(client, "ngn")).isEqualByComparingTo("260516.05");
        assertThat(API.db.transact(API.ledger::audit)).isEmpty();
    }

    @Test
    void sellDollarsForCedisWhereTheseAreReceived() {
        ApiClient client = funded("cedis");
        API.db.run(tx -> API.tenancy.setReceiveCurrency(tx, client.tenant(), Fiat.GHS));

        assertThat(client.post("/payments/convert", "{'amount': 10}").data().toString())
                .isEqualTo("{\"amount\":112,\"currency\":\"ghs\"}");
        assertThat(client.post("/payments/fiat-to-usd", "{'amount': 112}")
                        .data()
                        .toString())
                .isEqualTo("{\"amount\":10,\"currency\":\"usd\"}");
    }

    @Test
    void buyDollarsAtTheBuyRateAndRoundDown() {
        ApiClient client = funded("buyer");

        Reply reply = client.post("/payments/fiat-to-usd", "{'amount': 100000, 'pin': '4711'}");

        assertThat(reply.data().toString()).isEqualTo("{\"amount\":62.3,\"currency\":\"usd\"}");
        assertThat(balance(client, "ngn")).isEqualByComparingTo("0");
        assertThat(balance(client, "usd")).isEqualByComparingTo("262.3");
    }

    @Test
    void payOutWhatWasConvertedInTheBanksCurrency() {
        ApiClient client = funded("pays out");
        String bank = bank(client);

        Reply reply = client.post("/payments/convert", "{'amount': 100, 'bank': '" + bank + "', 'pin': '" + PIN + "'}");

        assertThat(reply.data().toString()).isEqualTo("{\"amount\":160500,\"currency\":\"ngn\"}");
        assertThat(balance(client, "usd")).isEqualByComparingTo("100");
        assertThat(balance(client, "ngn")).isEqualByComparingTo("100000");
        JsonNode withdrawal = client.get("/payments/withdrawals").data().get(0);
        assertThat(withdrawal.get("amount").decimalValue()).isEqualByComparingTo("160500");
        assertThat(withdrawal.get("status").asString()).isEqualTo("pending");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        /payments/convert     | {}                                        | 422 {"amount":["amount is required"]}
        /payments/convert     | {'amount': 0}                             | 422 {"amount":["amount must be greater than 0"]}
        /payments/convert     | {'amount': 0.001}                         | 422 {"amount":["amount must have at most 2 decimals"]}
        /payments/convert     | {'amount': 1, 'bank': 'BANK'}             | 422 {"pin":["pin is required with bank"]}
        /payments/convert     | {'amount': 1, 'bank': 'BANK', 'pin': '1'} | 422 {"pin":["pin must be 4 to 6 digits"]}
        /payments/convert     | {'amount': 200.01}                        | 403 insufficient balance
        /payments/convert     | {'amount': 200.01, 'bank': 'BANK', 'pin': '4711'} | 403 insufficient balance
        /payments/convert     | {'amount': 1, 'bank': 'BANK', 'pin': '0815'} | 403 invalid pin
        /payments/convert     | {'amount': 1, 'bank': 'none', 'pin': '4711'} | 404 bank not found
        /payments/convert     | {'amount': 0.06, 'bank': 'BANK', 'pin': '4711'} | 400 amount must be at least 100
        /payments/fiat-to-usd | {'amount': 100000.01}                     | 403 insufficient balance
        /payments/fiat-to-usd | {'amount': 16.04}                         | 400 amount is too small to be converted
        /payments/fiat-to-usd | {'amount': 1, 'withdrawalAddressId': 'x'} | 422 {"pin":["pin is required with withdrawalAddressId"]}
        /payments/fiat-to-usd | {'amount': 1, 'withdrawalAddressId': 'x', 'pin': '4711'} | 404 withdrawal address not found
        /payments/fiat-to-usd | {'amount': 9000, 'withdrawalAddressId': 'ADDRESS', 'pin': '0815'} | 403 invalid pin
        /payments/fiat-to-usd | {'amount': 8000, 'withdrawalAddressId': 'ADDRESS', 'pin': '4711'} | 400 amount must be between 5 and 50000
        /payments/fiat-to-usd | {'amount': 100, 'withdrawalAddressId': 'ADDRESS', 'pin': '4711'} | 400 amount must be between 5 and 50000
        /payments/fiat-to-usd | {'amount': 100001, 'withdrawalAddressId': 'ADDRESS', 'pin': '4711'} | 403 insufficient balance
        """)
    void changeNothingWhenTheyAreRefused(String path, String body, String outcome) {
        ApiClient client = funded("refused " + path + body + outcome);
        String bank = bank(client);

        String address = address(client);

        assertThat(client.post(path, body.replace("BANK", bank).replace("ADDRESS", address))
                        .outcome())
                .isEqualTo(outcome);

        assertThat(balance(client, "usd")).isEqualByComparingTo("200");
        assertThat(balance(client, "ngn")).isEqualByComparingTo("100000");
        assertThat(client.get("/payments/withdrawals").data()).isEmpty();
    }

    @Test
    void waitForARate() {
        ApiClient client = funded("production").inProduction();

        assertThat(client.post("/payments/convert", "{'amount': 1}").outcome()).isEqualTo("400 rate is not available");
        assertThat(client.post("/payments/fiat-to-usd", "{'amount': 1}").outcome())
                .isEqualTo("400 rate is not available");
    }

    @Test
    void sendWhatWasBoughtWithoutTheFee() {
        ApiClient client = funded("sends on");
        String body = "{'amount': 32100, 'withdrawalAddressId': '" + address(client) + "', 'pin': '" + PIN + "'}";

        Reply reply = client.post("/payments/fiat-to-usd", body);

        assertThat(reply.data().toString())
                .isEqualTo(
                        "{\"amount\":20,\"currency\":\"usd\",\"withdrawalId\":\"" + reply.text("withdrawalId") + "\"}");
        assertThat(client.get("/payments/withdrawal/" + reply.text("withdrawalId"))
                        .body())
                .contains("\"amount\":15,", "\"fee\":5,", "\"cryptoAmount\":15,");
        assertThat(balance(client, "ngn")).isEqualByComparingTo("67900");
        assertThat(balance(client, "usd")).isEqualByComparingTo("200");
        assertThat(client.post("/payments/fiat-to-usd", body).outcome())
                .isEqualTo("400 duplicate withdrawal, wait a minute or use another amount");
        assertThat(balance(client, "ngn")).isEqualByComparingTo("67900");
    }

    private static String address(ApiClient client) {
        return client.post(
                        "/payments/wallet-addresses",
                        "{'address': '0x1111111111111111111111111111111111111111', 'network': 'erc20', 'token': 'usdt'}")
                .text("id");
    }

    private static String bank(ApiClient client) {
        return client.post("/payments/banks/add", "{'id': '25', 'accountNumber': '0123456789'}")
                .text("id");
    }

    private static BigDecimal balance(ApiClient client, String currency) {
        for (JsonNode wallet : client.get("/users/fetch-integration").data().get("fiatWallets")) {
            if (wallet.get("currency").asString().equals(currency)) {
                return wallet.get("balance").decimalValue();
            }
        }
        throw new AssertionError("no balance in " + currency);
    }

    /// A client with 200 dollars, 100,000 naira, 1,000 cedis and a PIN.
    private static ApiClient funded(String name) {
        ApiClient client =
                API.client(name.substring(0, Math.min(name.length(), 60)).strip() + name.hashCode());
        API.tenancy.setPin(client.tenant(), new Pin(PIN));
        Cause cause = new Cause("test.credit", API.ids.next());
        List<Posting> postings = List.of(
                credit(client.tenant(), Fiat.USD, "200"),
                credit(client.tenant(), Fiat.NGN, "100000"),
                credit(client.tenant(), Fiat.GHS, "1000"));
        API.db.run(tx -> API.ledger.enter(tx, List.of(new Entry.Post(cause, postings))));
        return client;
    }

    private static Posting credit(Tenant tenant, Fiat currency, String amount) {
        return new Posting(
                Account.system(AccountKind.LIQUIDITY, tenant.environment(), currency.asset()),
                Account.tenant(tenant, currency),
                currency.money(amount));
    }
}
