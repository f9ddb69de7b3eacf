package dev.offramp.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.assets.Network;
import dev.offramp.tenancy.Pin;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Odd but honest requests, as clients send them (decisions 5, 6, 7 and 21).
class RequestFormsTest {

    private static final Api API = new Api();
    private static final String ACCOUNT = "{'id': '25', 'accountNumber': '%s'}";

    @AfterAll
    static void close() {
        API.close();
    }

    @Test
    void areRepeatedByKeyWithEveryMethodThatChangesThings() {
        ApiClient client = API.client("keys");
        String bank = "/payments/banks/" + saved(client, "0123456789");

        Reply deleted = client.send("gone", "DELETE", bank, "");
        Reply marked = client.send("markup", "PUT", "/users/markup-percent", "{'markupPercent': 1}");
        client.put("/users/markup-percent", "{'markupPercent': 2}");

        assertThat(client.send("gone", "DELETE", bank, "").body()).isEqualTo(deleted.body());
        assertThat(client.send("DELETE", bank, "").outcome()).isEqualTo("404 bank not found");
        Reply again = client.send("markup", "PUT", "/users/markup-percent", "{'markupPercent': 1}");
        assertThat(again.isReplay()).isTrue();
        assertThat(again.body()).isEqualTo(marked.body());
        assertThat(client.get("/users/fetch-integration").body()).contains("\"markupPercent\":2,");
    }

    @ParameterizedTest
    @CsvSource({"0123450001, rejected", "0123450002, reversed"})
    void keepTheirExternalIdHoweverTheyEnd(String accountNumber, String end) {
        ApiClient client = funded(end);
        String path = "/payments/withdraw/bank/" + saved(client, accountNumber);
        String body = "{'amount': 1000, 'pin': '4711', 'externalId': 'order'}";
        Reply first = client.post(path, body);
        for (int i = 0; i < 4; i++) {
            API.payOut();
        }

        assertThat(client.get("/payments/withdrawal/order").text("status")).isEqualTo(end);
        assertThat(client.post(path, body).body()).isEqualTo(first.body());
        assertThat(client.post(path, body.replace("1000", "2000")).outcome()).isEqualTo("409 externalId already used");
    }

    @Test
    void mayNameAJsonBodyAndHaveNone() {
        ApiClient client = API.client("no bodies");
        Map<String, String> headers = new HashMap<>(Map.of(
                "x-app-id",
                client.credential().appId(),
                "x-app-secret",
                client.credential().appSecret(),
                "x-breet-env",
                "development",
                "content-type",
                "application/json; charset=utf-8"));
        String bank = "/payments/banks/" + saved(client, "0123456789");

        assertThat(client.send("GET", "/trades/wallets", "", headers).status()).isEqualTo(200);
        assertThat(client.send("DELETE", bank, "", headers).status()).isEqualTo(200);
        assertThat(client.send("POST", "/transactions/webhooks/resend/none", "", headers)
                        .outcome())
                .isEqualTo("404 webhook event not found");
    }

    @Test
    void mayHaveANarrationAndAFlagWithoutABank() {
        ApiClient client = API.client("no bank");
        String path = "/trades/sell/assets/" + API.asset(Api.USDC).id() + "/generate-address";

        assertThat(client.post(path, "{'label': 'a', 'narration': 'rent', 'autoSettlement': null, 'bankId': ''}")
                        .status())
                .isEqualTo(200);
        assertThat(client.post(path, "{'label': 'b', 'narration': 'rent', 'autoSettlement': true}")
                        .status())
                .isEqualTo(200);
    }

    /// A Tron address leaves one network; nothing sends on it here, so that the answer names it.
    @Test
    void mayLeaveOutTheNetworkThatTheAddressTells() {
        String body = "{'amount': 10, 'token': 'usdt', 'walletAddress': '%s', 'pin': '4711'}"
                .formatted("TUEZSdKsoDHQMeZwihtdoBiN46zxhGWYdH");

        assertThat(funded("network").post("/payments/withdraw/address", body).outcome())
                .isEqualTo("400 withdrawals of coins on TRC20 are not available in this environment");
    }

    private static String saved(ApiClient client, String accountNumber) {
        return client.post("/payments/banks/add", ACCOUNT.formatted(accountNumber))
                .text("id");
    }

    private static ApiClient funded(String name) {
        ApiClient client = API.client(name);
        API.tenancy.setPin(client.tenant(), new Pin("4711"));
        API.pay(client.generate(Api.USDC, "funds").text("address"), Api.USDC, "100");
        API.mine(Network.SOLANA, 3);
        return client;
    }
}
