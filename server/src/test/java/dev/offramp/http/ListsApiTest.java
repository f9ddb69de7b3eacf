package dev.offramp.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.assets.Network;
import dev.offramp.chains.TxHash;
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
import dev.offramp.payouts.SavedBankId;
import dev.offramp.webhooks.Announcement;
import dev.offramp.webhooks.Endpoint.Events;
import dev.offramp.webhooks.EventType;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Each parameter on each list. The client has two wallets (ada, ben), three deposits (61 USDC completed and 10 flagged
/// to ada, 63 pending to ben), three withdrawals, three saved banks and three delivery records, one every ten seconds.
class ListsApiTest {

    private static final Api API = new Api();
    private static final ApiClient CLIENT = API.client("lists");
    /// What the queries name: `${ada}` is the id of a wallet.
    private static final Map<String, String> NAMES = new HashMap<>();

    @BeforeAll
    static void fill() {
        API.receiver.always(200);
        for (String label : List.of("ada", "=ben,1")) {
            Reply wallet = CLIENT.generate(Api.USDC, label);
            String name = label.substring(label.length() == 3 ? 0 : 1, label.length() == 3 ? 3 : 4);
            NAMES.put(name, wallet.text("id"));
            NAMES.put(name + "Address", wallet.text("address"));
            tick(name + "At");
        }
        NAMES.put("usdc", API.asset(Api.USDC).id().toString());
        NAMES.put("sol", API.asset("SOL_TEST").id().toString());
        deposits();
        withdrawals();
        banks();
        events();
    }

    private static void deposits() {
        NAMES.put("hash61", pay("ada", "61").value());
        pay("ada", "10");
        API.mine(Network.SOLANA, 3);
        pay("ben", "63");
        List<String> ids = CLIENT.get("/trades/transactions").each("id");
        NAMES.put("id63", ids.get(0));
        NAMES.put("id10", ids.get(1));
    }

    private static TxHash pay(String wallet, String coins) {
        TxHash hash = API.pay(NAMES.get(wallet + "Address"), Api.USDC, coins);
        tick("at" + coins);
        return hash;
    }

    private static void withdrawals() {
        Posting money = new Posting(
                Account.system(AccountKind.LIQUIDITY, CLIENT.tenant().environment(), Fiat.NGN.asset()),
                Account.tenant(CLIENT.tenant(), Fiat.NGN),
                Fiat.NGN.money("100000.00"));
        API.db.run(tx -> API.ledger.enter(
                tx, List.of(new Entry.Post(new Cause("test.credit", API.ids.next()), List.of(money)))));
        ObjectId trade = API.ids.next();
        NAMES.put("settled", trade.value());
        place(new PayoutOrigin.Settlement(trade), "1001.00", "0123456789");
        place(withdrawal("order 2"), "1002.00", "0123450001");
        API.payOut();
        place(withdrawal("order 3"), "1003.00", "0123456789");
        List<String> references = CLIENT.get("/payments/withdrawals").each("reference");
        NAMES.put("reference3", references.getFirst());
        NAMES.put("withdrawal2", CLIENT.get("/payments/withdrawals").each("id").get(1));
    }

    private static PayoutOrigin withdrawal(String externalId) {
        return new PayoutOrigin.Withdrawal(new SavedBankId(API.ids.next()), Optional.of(externalId));
    }

    private static void place(PayoutOrigin origin, String amount, String accountNumber) {
        BankAccount account = new BankAccount("25", "OPay", accountNumber, "ADA OBI", Fiat.NGN, Optional.empty());
        NewPayout wish = new NewPayout(CLIENT.tenant(), origin, Fiat.NGN.money(amount), account);
        API.db.run(tx -> API.payouts.place(tx, List.of(wish)));
        tick("at" + amount.substring(0, 4));
    }

    private static void banks() {
        for (String[] bank : new String[][] {{"25", "0111111111"}, {"39", "0222222222"}, {"1", "0241234567"}}) {
            Reply added = CLIENT.post(
                    "/payments/banks/add", "{'id': '%s', 'accountNumber': '%s'}".formatted(bank[0], bank[1]));
            NAMES.put("bank" + bank[0], added.text("id"));
            NAMES.put("holder" + bank[0], added.text("accountName"));
            tick("bankAt" + bank[0]);
        }
    }

    private static void events() {
        API.webhooks.addEndpoint(CLIENT.tenant(), "https://shop.example.test/hooks", new Events.All());
        event("trade.pending", 1);
        Api.drain(API.webhooks.deliverStep());
        event("trade.completed", 2);
        event("trade.completed", 3);
        NAMES.put("record3", CLIENT.get("/transactions/webhooks").each("id").getFirst());
    }

    private static void event(String type, int number) {
        NAMES.put("trade" + number, API.ids.next().value());
        NAMES.put("event" + number, API.ids.next().value());
        Announcement event = new Announcement(
                CLIENT.tenant(),
                new ObjectId(NAMES.get("trade" + number)),
                new EventType(type),
                new ObjectId(NAMES.get("event" + number)),
                1,
                API.clock.instant(),
                ("{\"n\":" + number + "}").getBytes(StandardCharsets.UTF_8),
                Optional.empty(),
                new ObjectId(NAMES.get("trade" + number)));
        API.db.run(tx -> API.webhooks.enqueue(tx, List.of(event)));
        tick("eventAt" + number);
    }

    /// Names the present moment, then lets ten seconds pass.
    private static void tick(String name) {
        Instant now = API.clock.instant();
        NAMES.put(name, now.toString());
        API.clock.advance(Duration.ofSeconds(10));
    }

    @AfterAll
    static void close() {
        API.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            sort=-createdAt                            | 63 10 61
            sort=createdAt                             | 61 10 63
            sort=createdAt&page=2&size=2               | 63
            filter=status:pending                      | 63
            filter=status:COMPLETED                    | 61
            filter=status:flagged                      | 10
            filter=status:deleted                      | -
            filter=status:pending,status:flagged       | 63 10
            filter=wallet:${ada}                       | 10 61
            filter=wallet:${ada},status:completed      | 61
            filter=wallet:${nobody}                    | -
            filter=asset:${usdc}                       | 63 10 61
            filter=asset:${sol}                        | -
            filter=txHash:${hash61}                    | 61
            search=${hash61}                           | 61
            search=${id10}                             | 10
            search=${ben}                              | 63
            search=nobody                              | -
            startDate=${at10}                          | 63 10
            endDate=${at10}                            | 61
            startDate=${at10}&endDate=${at63}          | 10
            startDate=${at63}&endDate=${at10}          | -
            startDate=2026-01-01&endDate=9999-01-01    | 63 10 61
            sort=undefined&filter=null&search=&x=1     | 63 10 61
            """)
    void transactions(String query, String expected) {
        assertList("/trades/transactions", query, "cryptoReceived", expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            sort=-vaultId                     | =ben,1;ada
            sort=vaultId                      | ada;=ben,1
            sort=createdAt                    | ada;=ben,1
            sort=-label                       | ada;=ben,1
            size=1&page=2                     | ada
            filter=label:ada                  | ada
            filter=label:=ben\\,1             | =ben,1
            filter=label:ad                   | -
            filter=address:${adaAddress}      | ada
            filter=vaultId:1                  | ada
            filter=vaultId:2                  | =ben,1
            filter=asset:${usdc}              | =ben,1;ada
            filter=identifier:SOL_USDC_JKVK   | =ben,1;ada
            filter=identifier:TRX_TEST        | -
            search=ada                        | ada
            search=${ada}                     | ada
            search=${benAddress}              | =ben,1
            startDate=${benAt}                | =ben,1
            endDate=${benAt}                  | ada
            """)
    void wallets(String query, String expected) {
        assertList("/trades/wallets", query, "label", expected.replace(';', ' '));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            sort=-createdAt                   | 1003 1002 1001
            sort=createdAt                    | 1001 1002 1003
            size=2&page=2                     | 1001
            filter=status:pending             | 1003
            filter=status:processing          | -
            filter=status:completed           | 1001
            filter=status:rejected            | 1002
            filter=status:reversed            | -
            filter=status:completed,status:pending | 1003 1001
            filter=currency:NGN               | 1003 1002 1001
            filter=currency:ghs               | -
            filter=externalId:order 2         | 1002
            filter=reference:${reference3}    | 1003
            filter=trade:${settled}           | 1001
            search=order 3                    | 1003
            search=${settled}                 | 1001
            search=${withdrawal2}             | 1002
            startDate=${at1002}               | 1003 1002
            endDate=${at1002}                 | 1001
            """)
    void withdrawals(String query, String expected) {
        assertList("/payments/withdrawals", query, "amount", expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            sort=-createdAt                   | 1 39 25
            sort=createdAt                    | 25 39 1
            sort=bankName                     | 1 25 39
            size=1&page=3                     | 25
            filter=currency:ghs               | 1
            filter=currency:ngn               | 39 25
            filter=bankId:39                  | 39
            filter=accountNumber:0111111111   | 25
            filter=accountName:${holder25}    | ${holders25}
            search=0241234567                 | 1
            search=opay                       | 25
            search=${bank39}                  | 39
            search=0111                       | -
            startDate=${bankAt39}             | 1 39
            endDate=${bankAt39}               | 25
            """)
    void savedBanks(String query, String expected) {
        List<String> all = CLIENT.get("/payments/integration-banks").each("bankId");
        List<String> names = CLIENT.get("/payments/integration-banks").each("accountName");
        String holders = String.join(
                " ",
                all.stream()
                        .filter(bank -> names.get(all.indexOf(bank)).equals(NAMES.get("holder25")))
                        .toList());
        assertList("/payments/integration-banks", query, "bankId", expected.replace("${holders25}", holders));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            sort=-createdAt                   | ${trade3} ${trade2} ${trade1}
            sort=createdAt                    | ${trade1} ${trade2} ${trade3}
            size=2&page=2                     | ${trade1}
            filter=status:delivered           | ${trade1}
            filter=status:pending             | ${trade3} ${trade2}
            filter=status:failed              | -
            filter=eventType:trade.completed  | ${trade3} ${trade2}
            filter=reference:${trade2}        | ${trade2}
            search=${trade1}                  | ${trade1}
            search=${event2}                  | ${trade2}
            search=${record3}                 | ${trade3}
            startDate=${eventAt2}             | ${trade3} ${trade2}
            endDate=${eventAt2}               | ${trade1}
            """)
    void webhookEvents(String query, String expected) {
        assertList("/transactions/webhooks", query, "reference", named(expected));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/trades/transactions",
                "/trades/wallets",
                "/payments/withdrawals",
                "/payments/integration-banks",
                "/transactions/webhooks"
            })
    void refuseWhatTheyDoNotKnow(String path) {
        assertThat(CLIENT.get(path + "?sort=colour").status()).isEqualTo(422);
        assertThat(CLIENT.get(path + "?filter=colour:red").outcome())
                .startsWith("422 {\"filter\":[\"filter must name one of ");
        assertThat(CLIENT.get(path + "?filter=status").status()).isEqualTo(422);
        assertThat(CLIENT.get(path + "?startDate=today&exports=2").outcome())
                .isEqualTo("422 {\"startDate\":[\"startDate must be an ISO 8601 date or time\"],"
                        + "\"exports\":[\"exports must be true or false\"]}");
        assertThat(API.client("stranger of " + path)
                        .get(path + "?exports=true")
                        .body()
                        .lines())
                .as("the names alone")
                .hasSize(1);
    }

    @Test
    void exportEveryTransactionWhateverThePage() {
        Reply csv = CLIENT.get("/trades/transactions?exports=true&page=7&size=1&sort=createdAt");

        List<String> lines = csv.body().lines().toList();
        assertThat(lines).hasSize(4);
        assertThat(lines.getFirst())
                .isEqualTo("id,amount,avatar,rate,reason,txHash,txLink,asset,vaultId,address,sourceAddress,wallet,"
                        + "passAMLCheck,conversionRate,amountReceived,cryptoReceived,flagFeeUSD,walletCredited,status,"
                        + "currency,integration,feeAmount,amountSettled,settlementRate,markupPercent,markupAmount,"
                        + "createdAt,updatedAt");
        assertThat(lines.get(1)).contains(NAMES.get("hash61")).contains(",completed,ngn,");
        assertThat(lines.get(3)).contains(",63,0,false,pending,ngn,");
        assertThat(CLIENT.get("/trades/transactions?exports=true&filter=status:flagged")
                        .body()
                        .lines())
                .hasSize(2);
    }

    @Test
    void exportLabelsThatLookLikeFormulasAsText() {
        assertThat(CLIENT.get("/trades/wallets?exports=true").body())
                .contains(",\"'=ben,1\",")
                .contains(",ada,");
    }

    @Test
    void exportAccountNumbersAsTheyAreShown() {
        assertThat(CLIENT.get("/payments/withdrawals?exports=true&filter=status:rejected")
                        .body())
                .contains(",25,0123450001,50,false,");
        assertThat(CLIENT.get("/payments/integration-banks?exports=true").body())
                .contains(",0111111111,")
                .contains(",0241234567,");
    }

    @Test
    void exportWhatWasSentToReceivers() {
        assertThat(CLIENT.get("/transactions/webhooks?exports=true&search=" + NAMES.get("trade1"))
                        .body())
                .contains(",trade.pending,\"{\"\"n\"\":1}\",https://shop.example.test/hooks,delivered,1,\"[{");
    }

    private static void assertList(String path, String query, String field, String expected) {
        String wanted = query.contains("size=") ? query : query + "&size=10";
        Reply reply = CLIENT.get(path + "?" + named(wanted).replace("+", "%2B"));
        assertThat(String.join(" ", reply.each(field)))
                .as("%s?%s", path, query)
                .isEqualTo(expected.equals("-") ? "" : expected);
        if (!query.contains("size=")) {
            assertThat(reply.json().path("meta").path("totalDocs").asInt())
                    .isEqualTo(reply.data().size());
        }
    }

    private static String named(String text) {
        String result = text.replace("${nobody}", Api.NOBODY);
        for (Map.Entry<String, String> name : NAMES.entrySet()) {
            result = result.replace("${" + name.getKey() + "}", name.getValue());
        }
        return result;
    }
}
