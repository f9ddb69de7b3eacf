package dev.offramp.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The addresses a tenant keeps for withdrawals (decision 14: they carry `_id` and `id`).
class SavedAddressesApiTest {

    private static final Api API = new Api();
    private static final String PATH = "/payments/wallet-addresses";
    private static final String PAYEE = "0xabcdefabcdefabcdefabcdefabcdefabcdefabcd";

    @AfterAll
    static void close() {
        API.close();
    }

    private static String body(String network, String more) {
        return "{'address': '%s', 'network': '%s', 'token': 'usdt'%s}".formatted(PAYEE, network, more);
    }

    @Test
    void areKeptOnceForATokenAndANetwork() {
        ApiClient client = API.client("keeps");
        Reply saved = client.post(PATH, body("ERC20", ", 'label': 'cold / 1'"));
        String id = saved.text("id");

        assertThat(saved.body())
                .startsWith("{\"message\":\"withdrawal address added\",\"success\":true,\"data\":{\"_id\":\"" + id
                        + "\",\"id\":\"" + id + "\",\"address\":\"" + saved.text("address")
                        + "\",\"network\":\"ERC20\",\"token\":\"USDT\",\"label\":\"cold / 1\",\"avatar\":\"");
        assertThat(saved.text("address")).isEqualToIgnoringCase(PAYEE);
        assertThat(client.post(PATH, body("ERC20", "")).outcome()).isEqualTo("400 withdrawal address already exists");
        assertThat(client.post(PATH, body("BSC", "")).status()).isEqualTo(200);
        assertThat(client.get(PATH).each("network")).containsExactlyInAnyOrder("BSC", "ERC20");
        assertThat(client.get(PATH + "?filter=network:bsc").each("network")).containsExactly("BSC");
        assertThat(client.get(PATH + "?search=cold%20%2F%201").each("_id")).containsExactly(id);
    }

    @Test
    void areForgottenByTheirOwnerAlone() {
        ApiClient client = API.client("forgets");
        String id = client.post(PATH, body("ERC20", "")).text("_id");

        assertThat(API.client("stranger").send("DELETE", PATH + "/" + id, "").outcome())
                .isEqualTo("404 withdrawal address not found");
        Reply deleted = client.send("DELETE", PATH + "/" + id, "");
        assertThat(deleted.status()).isEqualTo(200);
        assertThat(deleted.data().toString()).isEqualTo("{}");
        assertThat(client.send("DELETE", PATH + "/" + id, "").outcome()).isEqualTo("404 withdrawal address not found");
        assertThat(client.get(PATH).data()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {'network': 'ERC20', 'token': 'USDT'}                    | {"address":["address is required"]}
        {'address': 'P', 'network': 'ERC20'}                     | {"token":["token is required"]}
        {'address': 'P', 'token': 'USDT'}                        | {"network":["network is required"]}
        {'address': 'P', 'network': 'TRC20', 'token': 'USDT'}    | {"address":["address is not an address of TRC20"]}
        {'address': 'P', 'network': 'TON', 'token': 'USDC'}      | {"network":["USDC is not on TON"]}
        """)
    void areRefusedForTheirBody(String body, String reasons) {
        assertThat(API.client("body " + body)
                        .post(PATH, body.replace("'P'", "'" + PAYEE + "'"))
                        .outcome())
                .isEqualTo("422 " + reasons);
    }
}
