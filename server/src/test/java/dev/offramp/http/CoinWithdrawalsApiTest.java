package dev.offramp.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.ledger.Account;
import dev.offramp.ledger.AccountKind;
import dev.offramp.ledger.Cause;
import dev.offramp.ledger.Entry;
import dev.offramp.ledger.Posting;
import dev.offramp.money.Fiat;
import dev.offramp.tenancy.Environment;
import dev.offramp.tenancy.Pin;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Stablecoins out (decisions 6, 14, 21, 22 and 29).
class CoinWithdrawalsApiTest {

    private static final Api API = new Api();
    private static final String PATH = "/payments/withdraw/address";
    private static final String PAYEE = "0x1111111111111111111111111111111111111111";

    @AfterAll
    static void close() {
        API.close();
    }

    private static ApiClient funded(String name) {
        ApiClient client = API.client(name);
        API.tenancy.setPin(client.tenant(), new Pin("4711"));
        Posting posting = new Posting(
                Account.system(AccountKind.LIQUIDITY, Environment.DEVELOPMENT, Fiat.USD.asset()),
                Account.tenant(client.tenant(), Fiat.USD),
                Fiat.USD.money("100.00"));
        Entry credit = new Entry.Post(new Cause("test.credit", API.ids.next()), List.of(posting));
        API.db.run(tx -> API.ledger.enter(tx, List.of(credit)));
        return client;
    }

    private static String body(String amount, String more) {
        return "{'amount': %s, 'token': 'usdt', 'network': 'ERC20', 'walletAddress': '%s', 'pin': '4711'%s}"
                .formatted(amount, PAYEE, more);
    }

    @Test
    void areAnsweredWholeAndSent() {
        ApiClient client = funded("sends");
        Reply received = client.post(PATH, body("20.50", ", 'externalId': 'x/1'"));

        assertThat(received.body())
                .startsWith("{\"message\":\"withdrawal request received\",\"success\":true,\"data\":{\"id\":\""
                        + received.text("id")
                        + "\",\"externalId\":\"x/1\",\"status\":\"pending\",\"amount\":20.5,\"originalAmount\":20.5,"
                        + "\"payoutAmount\":20.5,\"fee\":5,\"currency\":\"usd\",\"cryptoAmount\":20.5,\"reference\":\"wd"
                        + received.text("id") + "\",\"meta\":{\"fee\":5,\"autoSettlement\":false},")
                .doesNotContain("txHash", "reason");
        API.sendOut();
        assertThat(client.get("/payments/withdrawal/x%2F1").body())
                .contains("\"status\":\"completed\"", "\"cryptoAmount\":20.5,\"txHash\":\"0x");
        assertThat(client.post(PATH, body("20.50", ", 'externalId': 'x/1'")).body())
                .isEqualTo(received.body());
        assertThat(client.post(PATH, body("20.51", ", 'externalId': 'x/1'")).outcome())
                .isEqualTo("409 externalId already used");
    }

    /// Decision 11.
    @Test
    void leaveTheIdOfTheirRequestInTheBooksAndInWhatIsToldOfThem() {
        ApiClient client = funded("asks");
        String id = client.post(PATH, body("20.00", "")).text("id");
        client.post("/payments/convert", "{'amount': 10}");

        assertThat(API.requestsBehind("hold", "subject = '" + id + "'")).containsExactly("r1");
        assertThat(API.requestsBehind("posting", "purpose LIKE 'conversion%'")).containsOnly("r1");
        assertThat(API.requestsBehind("posting", "purpose = 'test.credit'")).containsOnly("nobody's");
        assertThat(API.requestsBehind("fact_inbox", "subject = '" + id + "'")).containsExactly("r1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {'token': 'USDT', 'network': 'ERC20', 'walletAddress': 'P', 'pin': '4711'} | exactly one of amount, cryptoAmount is required
        {'amount': 5, 'cryptoAmount': 5, 'token': 'USDT', 'walletAddress': 'P', 'pin': '4711'} | exactly one of amount, cryptoAmount is required
        {'amount': 5, 'network': 'ERC20', 'walletAddress': 'P', 'pin': '4711'} | token is required
        {'amount': 5, 'token': 'USDT', 'walletAddress': 'P', 'pin': '4711'} | network is required
        {'amount': 5, 'token': 'USDC', 'network': 'TON', 'walletAddress': 'P', 'pin': '4711'} | USDC is not on TON
        {'amount': 5, 'token': 'USDC', 'network': 'TRC20', 'walletAddress': 'P', 'pin': '4711'} | walletAddress is not an address of TRC20
        {'amount': 5, 'token': 'USDT', 'network': 'ERC20', 'walletAddress': 'P'} | pin is required
        {'amount': 5.001, 'token': 'USDT', 'network': 'ERC20', 'walletAddress': 'P', 'pin': '4711'} | at most 2 decimals
        """)
    void areRefusedForTheirBody(String body, String reason) {
        ApiClient client = API.client("body " + body.hashCode());

        assertThat(client.post(PATH, body.replace("'P'", "'" + PAYEE + "'")).outcome())
                .startsWith("422 ")
                .contains(reason);
    }

    @Test
    void areCheckedInTheOrderThatIsPromised() {
        ApiClient client = funded("order");

        assertThat(client.post(PATH, body("4.99", "").replace("4711", "0000")).outcome())
                .isEqualTo("403 invalid pin");
        assertThat(client.post(PATH, body("4.99", "")).outcome()).isEqualTo("400 amount must be between 5 and 50000");
        assertThat(client.post(PATH, body("95.01", "")).outcome()).isEqualTo("403 insufficient balance");
        assertThat(client.post(PATH, body("10", ", 'feeLevel': 'low'")).status())
                .isEqualTo(200);
        assertThat(client.post(PATH, body("10", "")).outcome())
                .isEqualTo("400 duplicate withdrawal, wait a minute or use another amount");
        assertThat(client.post(PATH, body("10.01", "").replace("ERC20", "BSC")).outcome())
                .isEqualTo("400 withdrawals of coins on BSC are not available in this environment");
    }

    @Test
    void listWhatCanBeSent() {
        assertThat(API.client("coins").get("/payments/supported-assets-info").body())
                .contains("{\"token\":\"USDT\",\"network\":\"ERC20\",\"name\":\"Ethereum\","
                        + "\"fee\":{\"low\":3,\"medium\":5,\"high\":8},\"minimum\":5,\"maximum\":50000}");
    }
}
