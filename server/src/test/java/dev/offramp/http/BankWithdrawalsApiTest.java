package dev.offramp.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.db.ObjectId;
import dev.offramp.db.Transaction;
import dev.offramp.destinations.BankAccount;
import dev.offramp.gates.Entry;
import dev.offramp.gates.GateName;
import dev.offramp.gates.Pass;
import dev.offramp.ledger.Account;
import dev.offramp.ledger.AccountKind;
import dev.offramp.ledger.Cause;
import dev.offramp.ledger.Posting;
import dev.offramp.money.Fiat;
import dev.offramp.payouts.SavedBankId;
import dev.offramp.payouts.SavedBanks;
import dev.offramp.tenancy.Pin;
import dev.offramp.tenancy.Tenant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Bank money out (decisions 6, 20, 22 and 23).
class BankWithdrawalsApiTest {

    private static final Api API = new Api();
    private static final String PIN = "4711";

    @AfterAll
    static void close() {
        API.close();
    }

    @Test
    void areReceivedAndPaidLessTheFee() {
        ApiClient client = funded("pays");
        Reply received = client.post(
                path(bank(client)), "{'amount': 1000.50, 'pin': '4711', 'narration': 'rent', 'externalId': 'a/b: c'}");

        assertThat(received.body())
                .isEqualTo("{\"message\":\"withdrawal request received\",\"success\":true,\"data\":{\"id\":\""
                        + received.text("id")
                        + "\",\"status\":\"pending\"},\"meta\":{},\"summary\":{},\"stats\":{}}");
        assertThat(balance(client)).isEqualTo("98999.50");
        API.payOut();
        assertThat(client.get("/payments/withdrawal/a%2Fb%3A%20c").body())
                .contains("\"id\":\"" + received.text("id") + "\",\"externalId\":\"a/b: c\",\"status\":\"completed\","
                        + "\"amount\":1000.5,\"originalAmount\":1000.5,\"payoutAmount\":950.5,\"fee\":50,");
        assertThat(balance(client)).isEqualTo("98999.50");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {'pin': '4711'}                                      | {"amount":["amount is required"]}
        {'amount': 1000}                                     | {"pin":["pin is required"]}
        {'amount': 1000, 'pin': ''}                          | {"pin":["pin is required"]}
        {'amount': 1000, 'pin': 4711}                        | {"pin":["pin must be a string"]}
        {'amount': 1000, 'pin': '471'}                       | {"pin":["pin must be 4 to 6 digits"]}
        {'amount': 1000, 'pin': '47111111'}                  | {"pin":["pin must be 4 to 6 digits"]}
        {'amount': '1000', 'pin': '4711'}                    | {"amount":["amount must be a number"]}
        {'amount': 0, 'pin': '4711'}                         | {"amount":["amount must be greater than 0"]}
        {'amount': -1000, 'pin': '4711'}                     | {"amount":["amount must be greater than 0"]}
        {'amount': 1000.001, 'pin': '4711'}                  | {"amount":["amount must have at most 2 decimals"]}
        {'amount': 1e300, 'pin': '4711'}                     | {"amount":["amount is out of range"]}
        {'amount': 1000, 'pin': '4711', 'bank': 'x'}         | {"bank":["unknown fields detected"]}
        {'amount': 1000, 'pin': '4711', 'externalId': 7}     | {"externalId":["externalId must be a string"]}
        """)
    void areRefusedForTheirBodyBeforeAnythingElse(String body, String errors) {
        ApiClient client = API.client("body " + body);

        assertThat(client.post(path(Api.NOBODY), body).outcome()).isEqualTo("422 " + errors);
    }

    @Test
    void limitNarrationAndExternalId() {
        ApiClient client = API.client("long");
        String body = "{'amount': 1000, 'pin': '4711', 'narration': '%s', 'externalId': '%s'}"
                .formatted("n".repeat(33), "e".repeat(101));

        assertThat(client.post(path(Api.NOBODY), body).outcome())
                .contains("narration must be at most 32 characters", "externalId must be at most 100 characters");
        assertThat(client.post(path("25"), body).outcome()).isEqualTo("400 you have entered an invalid _id");
    }

    /// Each request fails everything that is still to come: the PIN, the bank, the limits, the balance.
    @Test
    void areCheckedInTheOrderThatIsPromised() {
        ApiClient client = API.client("order");
        String bank = bank(client);
        assertThat(client.post(path(Api.NOBODY), body("0.01", PIN)).outcome())
                .isEqualTo("400 transaction pin is not set");
        API.tenancy.setPin(client.tenant(), new Pin(PIN));
        assertThat(client.post(path(Api.NOBODY), body("0.01", "0000")).outcome())
                .isEqualTo("403 invalid pin");
        assertThat(client.post(path(Api.NOBODY), body("0.01", PIN)).outcome()).isEqualTo("404 bank not found");
        assertThat(client.post(path(bank), body("99.99", PIN)).outcome()).isEqualTo("400 amount must be at least 100");
        assertThat(client.post(path(bank), body("100", PIN)).outcome()).isEqualTo("403 insufficient balance");
        limit(client, "500.00");
        assertThat(client.post(path(bank), body("500.01", PIN)).outcome()).isEqualTo("400 amount must be at most 500");
        assertThat(client.post(path(bank), body("500", PIN)).outcome()).isEqualTo("403 insufficient balance");
        for (int i = 0; i < 5; i++) {
            assertThat(client.post(path(bank), body("100", "0000")).outcome()).isEqualTo("403 invalid pin");
        }
        assertThat(client.post(path(bank), body("100", PIN)).outcome()).isEqualTo("403 account is frozen");
        assertThat(client.post(path(bank), "{'amount': 100}").outcome()).startsWith("422");
        API.tenancy.unfreeze(client.tenant());
        assertThat(client.post(path(bank), body("100", PIN)).outcome()).isEqualTo("403 insufficient balance");
    }

    @Test
    void neverSpendMoreThanThereIs() {
        ApiClient client = funded("all");
        String bank = bank(client);

        assertThat(client.post(path(bank), body("100000.01", PIN)).outcome()).isEqualTo("403 insufficient balance");
        assertThat(client.post(path(bank), body("100000", PIN)).status()).isEqualTo(200);
        assertThat(client.post(path(bank), body("100", PIN)).outcome()).isEqualTo("403 insufficient balance");
        assertThat(balance(client)).isEqualTo("0.00");
    }

    @Test
    void areInTheCurrencyOfTheBank() {
        ApiClient client = funded("cedi");
        String bank = client.post("/payments/banks/add", "{'id': '1', 'accountNumber': '0240000000'}")
                .text("id");
        API.tenancy.setPin(client.tenant(), new Pin(PIN));

        assertThat(client.post(path(bank), body("4.99", PIN)).outcome()).isEqualTo("400 amount must be at least 5");
        assertThat(client.post(path(bank), body("5", PIN)).outcome()).isEqualTo("403 insufficient balance");
    }

    @Test
    void areNotMadeInProductionWithoutARail() {
        ApiClient client = funded("real").inProduction();
        API.tenancy.setPin(client.tenant(), new Pin(PIN));
        String bank =
                API.db.transact(tx -> added(tx, client.tenant())).saved().id().toString();

        assertThat(client.post(path(bank), body("1000", PIN)).outcome())
                .isEqualTo("400 bank payouts in ngn are not available in this environment");
    }

    @Test
    void belongToTheOwnerOfTheBank() {
        String bank = bank(funded("owner of a bank"));
        ApiClient stranger = funded("stranger with money");

        assertThat(stranger.post(path(bank), body("1000", PIN)).outcome()).isEqualTo("404 bank not found");
    }

    @Test
    void gotTheSameAnswerUnderTheSameExternalIdHoweverTheyStand() {
        ApiClient client = funded("same");
        String bank = bank(client);
        Reply first = client.post(path(bank), named("1000", "order-1"));
        API.payOut();

        Reply again = client.post(path(bank), named("1e3", "order-1"));

        assertThat(again.body()).isEqualTo(first.body());
        assertThat(balance(client)).isEqualTo("99000.00");
        forget(client, bank);
        assertThat(client.post(path(bank), named("1000", "order-1")).body()).isEqualTo(first.body());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {'amount': 1000.01, 'pin': '4711', 'externalId': 'x'}
        {'amount': 1000, 'pin': '4711', 'externalId': 'x', 'narration': 'other'}
        """)
    void mayNotUseAnExternalIdTwice(String other) {
        ApiClient client = funded("used " + other);
        String bank = bank(client);
        client.post(path(bank), named("1000", "x"));

        assertThat(client.post(path(bank), other).outcome()).isEqualTo("409 externalId already used");
        assertThat(client.post(path(Api.NOBODY), named("1000", "x")).outcome())
                .isEqualTo("409 externalId already used");
        assertThat(balance(client)).isEqualTo("99000.00");
    }

    @Test
    void areAskedForThePinBeforeTheirNameIsLookedAt() {
        ApiClient client = funded("pin first");
        String bank = bank(client);
        client.post(path(bank), named("1000", "x"));

        assertThat(client.post(path(bank), "{'amount': 1000, 'pin': '0000', 'externalId': 'x'}")
                        .outcome())
                .isEqualTo("403 invalid pin");
    }

    @Test
    void leaveTheNameFreeWhenTheyAreRefused() {
        ApiClient client = funded("free");
        String bank = bank(client);
        assertThat(client.post(path(bank), named("100000.01", "x")).status()).isEqualTo(403);

        assertThat(client.post(path(bank), named("100000", "x")).status()).isEqualTo(200);
    }

    @Test
    void keepTheNameWhenTheRailRejectsThem() {
        ApiClient client = funded("rejected");
        String bank = client.post("/payments/banks/add", "{'id': '25', 'accountNumber': '0123450001'}")
                .text("id");
        Reply first = client.post(path(bank), named("1000", "x"));
        API.payOut();

        assertThat(client.get("/payments/withdrawal/x").text("status")).isEqualTo("rejected");
        assertThat(client.post(path(bank), named("1000", "x")).body()).isEqualTo(first.body());
        assertThat(balance(client)).isEqualTo("100000.00");
    }

    @Test
    void areNeitherDeniedNorRepeatedWhileTheFirstIsUnderWay() {
        ApiClient client = funded("in flight");
        String bank = bank(client);
        GateName name = new GateName(client.tenant(), GateName.Kind.EXTERNAL_ID, "a/b");
        Pass first = ((Entry.Entered<Object>) API.gates.enter(name, _ -> Optional.empty())).pass();

        assertThat(client.get("/payments/withdrawal/a%2Fb").outcome()).isEqualTo("503 service unavailable");
        assertThat(client.post(path(bank), named("1000", "a/b")).outcome()).isEqualTo("503 service unavailable");
        assertThat(client.get("/payments/withdrawal/another").outcome()).isEqualTo("404 withdrawal not found");

        first.close();
        assertThat(client.get("/payments/withdrawal/a%2Fb").outcome()).isEqualTo("404 withdrawal not found");
        assertThat(client.post(path(bank), named("1000", "a/b")).status()).isEqualTo(200);
    }

    /// The order of decision 1: the repetition is known before the bank is looked for, and needs no PIN.
    @Test
    void areRepeatedByKeyWithoutATryOfThePinAndWithoutTheBank() {
        ApiClient client = funded("key");
        String bank = bank(client);
        Reply first = client.post("k", path(bank), named("1000", "with a key"));
        forget(client, bank);

        for (int i = 0; i < 6; i++) {
            Reply again =
                    client.post("k", path(bank), named("1000", "with a key").replace(PIN, "0000"));
            assertThat(again.body()).isEqualTo(first.body());
            assertThat(again.isReplay()).isTrue();
        }
        assertThat(client.post("k", path(bank), "{'amount': 1000}").status()).isEqualTo(422);
        assertThat(client.post("k2", path(bank), body("1000", PIN)).outcome()).isEqualTo("404 bank not found");
        assertThat(balance(client)).isEqualTo("99000.00");
    }

    @Test
    void areTriedAnewAfterAWrongPinWithTheSameKey() {
        ApiClient client = funded("again");
        String bank = bank(client);

        assertThat(client.post("k", path(bank), body("1000", "0000")).outcome()).isEqualTo("403 invalid pin");
        assertThat(client.post("k", path(bank), body("1000", PIN)).status()).isEqualTo(200);
    }

    @Test
    void needAKeyOfTheirOwnInEachEnvironmentAndForEachTenant() {
        ApiClient one = funded("one");
        ApiClient two = funded("two");
        Reply first = one.post("k", path(bank(one)), body("1000", PIN));
        Reply second = two.post("k", path(bank(two)), body("1000", PIN));

        assertThat(second.status()).isEqualTo(200);
        assertThat(second.isReplay()).isFalse();
        assertThat(second.text("id")).isNotEqualTo(first.text("id"));
        assertThat(one.inProduction()
                        .post("k", path(Api.NOBODY), body("1000", PIN))
                        .outcome())
                .isEqualTo("400 transaction pin is not set");
    }

    private static void forget(ApiClient client, String bank) {
        SavedBankId id = new SavedBankId(new ObjectId(bank));
        assertThat(API.db.<Boolean>transact(tx -> API.savedBanks.delete(tx, client.tenant(), id)))
                .isTrue();
    }

    private static String path(String bank) {
        return "/payments/withdraw/bank/" + bank;
    }

    private static String body(String amount, String pin) {
        return "{'amount': %s, 'pin': '%s'}".formatted(amount, pin);
    }

    private static String named(String amount, String externalId) {
        return "{'amount': %s, 'pin': '4711', 'externalId': '%s'}".formatted(amount, externalId);
    }

    private static String bank(ApiClient client) {
        return client.post("/payments/banks/add", "{'id': '25', 'accountNumber': '0123456789', 'narration': 'salary'}")
                .text("id");
    }

    private static SavedBanks.Addition.Added added(Transaction tx, Tenant tenant) {
        return (SavedBanks.Addition.Added) API.savedBanks.add(
                tx, tenant, new BankAccount("25", "OPay", "0123456789", "ADA OBI", Fiat.NGN, Optional.empty()));
    }

    private static void limit(ApiClient client, String maximum) {
        API.db.run(tx -> API.payouts.limit(tx, client.tenant(), Fiat.NGN, Optional.of(Fiat.NGN.money(maximum))));
    }

    private static String balance(ApiClient client) {
        for (var wallet : client.get("/users/fetch-integration").data().get("fiatWallets")) {
            if (wallet.get("currency").asString().equals("ngn")) {
                return wallet.get("balance").decimalValue().setScale(2).toPlainString();
            }
        }
        throw new AssertionError("no naira");
    }

    /// A client with 100,000 naira and a PIN.
    private static ApiClient funded(String name) {
        ApiClient client = API.client(name);
        Tenant tenant = client.tenant();
        API.tenancy.setPin(tenant, new Pin(PIN));
        Posting posting = new Posting(
                Account.system(AccountKind.LIQUIDITY, tenant.environment(), Fiat.NGN.asset()),
                Account.tenant(tenant, Fiat.NGN),
                Fiat.NGN.money("100000.00"));
        Cause cause = new Cause("test.credit", API.ids.next());
        API.db.run(tx -> API.ledger.enter(tx, List.of(new dev.offramp.ledger.Entry.Post(cause, List.of(posting)))));
        return client;
    }
}
