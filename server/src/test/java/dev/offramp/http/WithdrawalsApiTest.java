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
        ApiClient client = funded("names");
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
