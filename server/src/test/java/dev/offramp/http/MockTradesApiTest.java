package dev.offramp.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.assets.Network;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Deposits made up by the integrator (decision 28).
class MockTradesApiTest {

    private static final Api API = new Api();
    private static final ApiClient CLIENT = API.client("shop");
    private static final String ADDRESS = CLIENT.generate("ETH_TEST5", "shared").text("address");

    @AfterAll
    static void close() {
        API.close();
    }

    @Test
    void arePendingAtOnceAndCreditedAtTheirOwnPrice() {
        ApiClient client = API.client("happy");
        String address = client.generate(Api.USDC, "ada").text("address");

        Reply queued = client.mock(address, Api.USDC, "118", "59", "happy");
        String path = "/trades/transactions/" + queued.text("id");

        assertThat(queued.body())
                .startsWith("{\"message\":\"mock trade queued\",\"success\":true,\"data\":{\"id\":\"")
                .endsWith("\"},\"meta\":{},\"summary\":{},\"stats\":{}}");
        assertThat(client.get(path).body())
                .contains("\"txHash\":\"tx-happy\"")
                .contains("\"amountReceived\":118,\"cryptoReceived\":\"59\"")
                .contains("\"status\":\"pending\"")
                .doesNotContain("reference", "sourceAddress");
        API.mine(Network.SOLANA, 2);
        assertThat(client.get(path).text("status")).isEqualTo("pending");
        API.mine(Network.SOLANA, 1);
        assertThat(client.get(path).body()).contains("\"amount\":188443.05,").contains("\"status\":\"completed\"");
    }

    @Test
    void takeAddressesInAnySpelling() {
        Reply queued = CLIENT.mock(ADDRESS.toLowerCase(Locale.ROOT), "ETH_TEST5", "3000", "1", "spelling");

        assertThat(CLIENT.get("/trades/sell/" + queued.text("id")).text("address"))
                .isEqualTo(ADDRESS);
    }

    @Test
    void mayBeDeeperThanTheyLieAndNameTheirSender() {
        String body = """
                {'walletAddress': '%s', 'asset': 'ETH_TEST5', 'amountInUSD': 3000, 'cryptoReceived': 1,
                 'reference': 'ref-deep', 'txHash': 'tx-deep', 'sourceAddress': 'a customer', 'confirmations': 3}
                """.formatted(ADDRESS);
        String path = "/trades/transactions/"
                + CLIENT.post("/trades/sell/mock-trade", body).text("id");
        assertThat(CLIENT.get(path).text("status")).isEqualTo("pending");

        API.mine(Network.ETHEREUM, 1);

        assertThat(CLIENT.get(path).text("status")).isEqualTo("completed");
        assertThat(CLIENT.get(path).text("sourceAddress")).isEqualTo("a customer");
    }

    @Test
    void areOnePerReferenceAndHash() {
        CLIENT.mock(ADDRESS, "ETH_TEST5", "3000", "1", "once");

        assertThat(CLIENT.mock(ADDRESS, "ETH_TEST5", "3000", "1", "once").outcome())
                .isEqualTo("400 reference already exists");
        ApiClient other = API.client("other");
        String theirs = other.generate("ETH_TEST5", "a").text("address");
        assertThat(other.mock(theirs, "ETH_TEST5", "3000", "1", "once").outcome())
                .isEqualTo("400 txHash already exists");
    }

    @Test
    void wantAWalletOfTheirOwnWithThatAsset() {
        String notFound = "404 wallet not found";

        assertThat(CLIENT.mock("0x0000000000000000000000000000000000000001", "ETH_TEST5", "1", "1", "a")
                        .outcome())
                .isEqualTo(notFound);
        assertThat(CLIENT.mock("nowhere", "ETH_TEST5", "1", "1", "a").outcome()).isEqualTo(notFound);
        assertThat(CLIENT.mock(ADDRESS, "AVAXTEST", "1", "1", "a").outcome()).isEqualTo(notFound);
        assertThat(CLIENT.mock(ADDRESS, "ETH", "1", "1", "a").outcome()).isEqualTo(notFound);
        assertThat(CLIENT.mock(ADDRESS, "NOTHING", "1", "1", "a").outcome()).isEqualTo(notFound);
        // Two chars each, and one character.
        assertThat(CLIENT.mock(ADDRESS, "\ud83d\udcb8".repeat(64), "1", "1", "a")
                        .outcome())
                .isEqualTo(notFound);
        assertThat(API.client("stranger")
                        .mock(ADDRESS, "ETH_TEST5", "1", "1", "a")
                        .outcome())
                .isEqualTo(notFound);
    }

    @Test
    void areForbiddenInProductionOnceTheBodyIsRight() {
        ApiClient production = CLIENT.inProduction();

        assertThat(production.mock(ADDRESS, "ETH_TEST5", "1", "1", "a").outcome())
                .isEqualTo("403 access is forbidden");
        assertThat(production.mock(ADDRESS, "ETH_TEST5", "-1", "1", "a").status())
                .isEqualTo(422);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            0             | 1           | {"amountInUSD":["amountInUSD must be greater than 0"]}
            -5            | 1           | {"amountInUSD":["amountInUSD must be greater than 0"]}
            1e16          | 1           | {"amountInUSD":["amountInUSD must be at most 1000000000000000"]}
            1.000000001   | 1           | {"amountInUSD":["amountInUSD must have at most 8 decimals"]}
            '50'          | 1           | {"amountInUSD":["amountInUSD must be a number"]}
            true          | 1           | {"amountInUSD":["amountInUSD must be a number"]}
            50            | 0           | {"cryptoReceived":["cryptoReceived must be greater than 0"]}
            50            | -0.1        | {"cryptoReceived":["cryptoReceived must be greater than 0"]}
            50            | 1e999999999 | {"cryptoReceived":["cryptoReceived is out of range"]}
            50            | []          | {"cryptoReceived":["cryptoReceived must be a number"]}
            """)
    void refuseAmountsThatAreNone(String usd, String coins, String reasons) {
        assertThat(CLIENT.mock(ADDRESS, "ETH_TEST5", usd, coins, "bad").outcome())
                .isEqualTo("422 " + reasons);
    }

    @Test
    void refuseMoreDecimalsThanTheAssetHas() {
        String address = CLIENT.generate(Api.USDC, "decimals").text("address");

        assertThat(CLIENT.mock(address, Api.USDC, "50", "1.1234567", "fine").outcome())
                .isEqualTo("422 {\"cryptoReceived\":[\"cryptoReceived must have at most 6 decimals\"]}");
        assertThat(CLIENT.mock(address, Api.USDC, "50", "1.1234560", "fine").status())
                .isEqualTo(200);
        assertThat(CLIENT.mock(ADDRESS, "ETH_TEST5", "0.00000001", "1e15", "huge")
                        .status())
                .isEqualTo(200);
        assertThat(CLIENT.mock(ADDRESS, "ETH_TEST5", "1e15", "0.000000000000000001", "dear")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void refuseNamesThatAreTooLong() {
        assertThat(CLIENT.mock(ADDRESS, "ETH_TEST5", "1", "1", "x".repeat(97)).outcome())
                .isEqualTo("422 {\"reference\":[\"reference must be at most 100 characters\"]}");
        assertThat(CLIENT.mock(ADDRESS, "E".repeat(65), "1", "1", "a").outcome())
                .isEqualTo("422 {\"asset\":[\"asset must be at most 64 characters\"]}");
        assertThat(CLIENT.post("/trades/sell/mock-trade", "{'confirmations': -1}")
                        .outcome())
                .contains("\"walletAddress\":[\"walletAddress is required\"]")
                .contains("\"confirmations\":[\"confirmations must be at least 0\"]");
    }
}
