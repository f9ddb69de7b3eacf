package dev.offramp.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.db.ObjectId;
import dev.offramp.destinations.BankAccount;
import dev.offramp.ledger.Account;
import dev.offramp.ledger.AccountKind;
import dev.offramp.ledger.Cause;
import dev.offramp.ledger.Entry;
import dev.offramp.ledger.Posting;
import dev.offramp.money.Fiat;
import dev.offramp.payouts.NewPayout;
import dev.offramp.payouts.PayoutOrigin;
import dev.offramp.payouts.Placement;
import dev.offramp.payouts.SavedBankId;
import dev.offramp.tenancy.Pin;
import dev.offramp.tenancy.Tenant;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Withdrawals, as far as they can be asked about.
class WithdrawalsApiTest {

    private static final Api API = new Api();
    private static final String COINS = "/payments/withdraw/address";

    @AfterAll
    static void close() {
        API.close();
    }

    @Test
    void showWhatASettlementPaysAndWhatItCosts() {
        ApiClient client = funded("settles");
        ObjectId trade = API.ids.next();
        String id = place(client, new PayoutOrigin.Settlement(trade), "94221.00", "0123456789");
        API.payOut();

        Reply shown = client.get("/payments/withdrawal/" + id);
        assertThat(shown.body())
                .isEqualTo("{\"message\":\"data fetched\",\"success\":true,\"data\":{\"id\":\"" + id
                        + "\",\"status\":\"completed\",\"amount\":94221,\"originalAmount\":94221,"
                        + "\"payoutAmount\":94171,\"fee\":50,\"currency\":\"ngn\",\"trade\":\"" + trade
                        + "\",\"reference\":\"po" + id + "\",\"meta\":{\"bankId\":\"25\","
                        + "\"accountNumber\":\"0123456789\",\"fee\":50,\"autoSettlement\":true},\"createdAt\":\""
                        + shown.text("createdAt") + "\",\"updatedAt\":\"" + shown.text("updatedAt")
                        + "\"},\"meta\":{},\"summary\":{},\"stats\":{}}");
    }

    @Test
    void areFoundByTheNameTheirOwnerGaveThem() {
        ApiClient client = funded("shared names");
        String id = place(client, withdrawal("order 9/7 +\u00e9"), "1000.50", "0123450001");
        API.payOut();

        Reply shown = client.get("/payments/withdrawal/order%209%2F7%20+%C3%A9");
        assertThat(shown.body())
                .contains("\"id\":\"" + id + "\",\"externalId\":\"order 9/7 +\u00e9\",\"status\":\"rejected\","
                        + "\"amount\":1000.5,\"originalAmount\":1000.5,\"payoutAmount\":950.5,")
                .contains("\"reason\":\"account cannot receive payments\"")
                .contains("\"autoSettlement\":false")
                .doesNotContain("\"trade\"");
        assertThat(client.get("/payments/withdrawal/" + id).body()).isEqualTo(shown.body());
    }

    @ParameterizedTest
    @ValueSource(strings = {Api.NOBODY, "nine", "%00", "%FF%FE", "-1"})
    void areNotFoundWhateverWasAsked(String name) {
        ApiClient client = API.client("asks " + name.hashCode());

        assertThat(client.get("/payments/withdrawal/" + name).outcome()).isEqualTo("404 withdrawal not found");
        assertThat(client.get("/payments/withdrawal/" + "x".repeat(101)).outcome())
                .isEqualTo("404 withdrawal not found");
    }

    @Test
    void areNobodyElsesAndOfOneEnvironment() {
        ApiClient client = funded("owner");
        String id = place(client, withdrawal("mine"), "1000.00", "0123456789");

        for (ApiClient stranger : List.of(API.client("stranger"), client.inProduction())) {
            assertThat(stranger.get("/payments/withdrawal/" + id).outcome()).isEqualTo("404 withdrawal not found");
            assertThat(stranger.get("/payments/withdrawal/mine").outcome()).isEqualTo("404 withdrawal not found");
            assertThat(stranger.get("/payments/withdrawals").data()).isEmpty();
        }
    }

    @Test
    void areListedInPagesNewestFirst() {
        ApiClient client = funded("pages");
        for (String name : List.of("first", "second", "third")) {
            place(client, withdrawal(name), "1000.00", "0123456789");
            API.clock.advance(Duration.ofSeconds(1));
        }

        Reply page = client.get("/payments/withdrawals?page=2&size=2");
        assertThat(page.each("externalId")).containsExactly("first");
        assertThat(page.each("status")).containsExactly("pending");
        assertThat(page.body()).contains("\"message\":\"data fetched\"").contains("\"totalDocs\":3");
    }

    @Test
    void areListedWhereverTheyGo() {
        ApiClient client = funded("everywhere");
        API.tenancy.setPin(client.tenant(), new Pin("4711"));
        place(client, withdrawal("to/bank"), "1000.00", "0123456789");
        API.clock.advance(Duration.ofSeconds(1));
        client.post("/payments/fiat-to-usd", "{'amount': 64200}");
        Reply sent = client.post(COINS, coins("10", "to/address"));
        API.clock.advance(Duration.ofSeconds(1));
        client.post(COINS, coins("11", "to/nowhere").replaceFirst("1{4}'", "dead'"));

        Reply page = client.get("/payments/withdrawals?size=2&page=1");
        assertThat(page.each("currency")).containsExactly("usd", "usd");
        assertThat(page.body()).contains("\"totalDocs\":3");
        assertThat(client.get("/payments/withdrawals?sort=createdAt").each("externalId"))
                .containsExactly("to/bank", "to/address", "to/nowhere");
        assertThat(client.get("/payments/withdrawals?filter=currency:ngn").each("externalId"))
                .containsExactly("to/bank");
        assertThat(client.get("/payments/withdrawals?filter=reference:wd" + sent.text("id"))
                        .each("externalId"))
                .containsExactly("to/address");
        assertThat(client.get("/payments/withdrawals?filter=status:pending").each("externalId"))
                .containsExactly("to/nowhere", "to/address", "to/bank");
        API.sendOut();
        assertThat(client.get("/payments/withdrawals?filter=status:completed").each("externalId"))
                .containsExactly("to/address");
        assertThat(client.get("/payments/withdrawals?filter=status:reversed").each("externalId"))
                .containsExactly("to/nowhere");
        assertThat(client.get("/payments/withdrawals?exports=true").body().lines())
                .hasSize(4);
    }

    @Test
    void shareTheirExternalIds() {
        ApiClient client = funded("names");
        API.tenancy.setPin(client.tenant(), new Pin("4711"));
        client.post("/payments/fiat-to-usd", "{'amount': 64200}");
        String bank = client.post("/payments/banks/add", "{'id': '25', 'accountNumber': '0123456789'}")
                .text("id");
        String toBank = "{'amount': 100, 'pin': '4711', 'externalId': '%s'}";

        client.post("/payments/withdraw/bank/" + bank, toBank.formatted("a"));
        client.post(COINS, coins("10", "b"));

        assertThat(client.post(COINS, coins("10", "a")).outcome()).isEqualTo("409 externalId already used");
        assertThat(client.post("/payments/withdraw/bank/" + bank, toBank.formatted("b"))
                        .outcome())
                .isEqualTo("409 externalId already used");
        assertThat(client.get("/payments/withdrawals").body()).contains("\"totalDocs\":2");
    }

    private static String coins(String amount, String externalId) {
        return """
                {'amount': %s, 'token': 'usdt', 'network': 'ERC20', 'pin': '4711', 'externalId': '%s',
                 'walletAddress': '0x1111111111111111111111111111111111111111'}
                """.formatted(amount, externalId);
    }

    private static PayoutOrigin withdrawal(String externalId) {
        return new PayoutOrigin.Withdrawal(new SavedBankId(API.ids.next()), Optional.of(externalId));
    }

    private static String place(ApiClient client, PayoutOrigin origin, String amount, String accountNumber) {
        BankAccount account = new BankAccount("25", "OPay", accountNumber, "ADA OBI", Fiat.NGN, Optional.empty());
        NewPayout wish = new NewPayout(client.tenant(), origin, Fiat.NGN.money(amount), account);
        Placement placement =
                API.db.transact(tx -> API.payouts.place(tx, List.of(wish))).getFirst();
        return ((Placement.Placed) placement).payout().id().toString();
    }

    /// A client with 100,000 naira.
    private static ApiClient funded(String name) {
        ApiClient client = API.client(name);
        Tenant tenant = client.tenant();
        Posting posting = new Posting(
                Account.system(AccountKind.LIQUIDITY, tenant.environment(), Fiat.NGN.asset()),
                Account.tenant(tenant, Fiat.NGN),
                Fiat.NGN.money("100000.00"));
        Cause cause = new Cause("test.credit", API.ids.next());
        API.db.run(tx -> API.ledger.enter(tx, List.of(new Entry.Post(cause, List.of(posting)))));
        return client;
    }
}
