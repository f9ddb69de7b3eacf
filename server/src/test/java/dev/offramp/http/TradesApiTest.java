package dev.offramp.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.assets.Network;
import dev.offramp.chains.TxHash;
import dev.offramp.db.ObjectId;
import dev.offramp.destinations.BankAccount;
import dev.offramp.money.Fiat;
import dev.offramp.payouts.NewPayout;
import dev.offramp.payouts.PayoutOrigin;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// Deposits as their owner reads them, from first sight on.
class TradesApiTest {

    private static final Api API = new Api();
    private static final String SOME_HASH = "\"txHash\":\"";

    @AfterAll
    static void close() {
        API.close();
    }

    @Test
    void stateWhatTheyAreWorthBeforeTheyAreCreditedAndTheTermsAfterwards() {
        ApiClient client = API.client("golden");
        Reply wallet = client.generate(Api.USDC, "ada");
        TxHash hash = API.pay(wallet.text("address"), Api.USDC, "59");

        Reply pending = only(client);
        String id = pending.text("id");
        assertThat(pending.body())
                .isEqualTo("{\"message\":\"transaction retrieved successfully\",\"success\":true,\"data\":"
                        + trade(client, wallet, id, hash)
                                .replace("$AMOUNT", "")
                                .replace("$RATE", "")
                                .replace("$CONVERSION", "")
                                .replace("$CREDITED", "\"walletCredited\":false,\"status\":\"pending\"")
                                .replace("$FEE", "")
                        + times(pending) + "},\"meta\":{},\"summary\":{},\"stats\":{}}");

        API.mine(Network.SOLANA, 3);

        Reply completed = client.get("/trades/transactions/" + id);
        assertThat(completed.body())
                .contains(trade(client, wallet, id, hash)
                                .replace("$AMOUNT", "\"amount\":94221.52,")
                                .replace("$RATE", "\"rate\":1605,")
                                .replace("$CONVERSION", "\"conversionRate\":1,")
                                .replace("$CREDITED", "\"walletCredited\":true,\"status\":\"completed\"")
                                .replace("$FEE", "\"feeAmount\":473.48,")
                        + times(completed) + "}");
        assertThat(client.get("/trades/sell/" + id).body()).isEqualTo(completed.body());
        assertThat(client.get("/transactions").body())
                .startsWith("{\"message\":\"data fetched\",\"success\":true,\"data\":[],")
                .contains("\"totalDocs\":0");
        assertThat(client.get("/transactions/" + id).outcome())
                .isEqualTo("404 Sorry, requested URL GET /v1/transactions/" + id + " not found!");
    }

    /// The trade of 59 USDC, with places for what depends on its state.
    private static String trade(ApiClient client, Reply wallet, String id, TxHash hash) {
        return "{\"id\":\"" + id + "\",$AMOUNT\"avatar\":\"http://localhost/icons/usdc.svg\",$RATE" + SOME_HASH
                + hash + "\",\"txLink\":\"" + API.asset(Api.USDC).transactionLink() + hash
                + "\",\"asset\":\"69b3e33d5aef202395e800e8\",\"vaultId\":\"" + wallet.text("vaultId")
                + "\",\"address\":\"" + wallet.text("address") + "\",\"sourceAddress\":\"somebody\",\"wallet\":\""
                + wallet.text("id") + "\",\"passAMLCheck\":true,$CONVERSION\"amountReceived\":59,"
                + "\"cryptoReceived\":\"59\",\"flagFeeUSD\":0,$CREDITED,\"currency\":\"ngn\",\"integration\":\""
                + client.tenant().integration() + "\",$FEE";
    }

    private static String times(Reply trade) {
        return "\"createdAt\":\"" + trade.text("createdAt") + "\",\"updatedAt\":\"" + trade.text("updatedAt") + "\"";
    }

    @Test
    void stateTheirSettlementOnceItIsPlaced() {
        ApiClient client = API.client("settled");
        client.put("/users/markup-percent", "{'markupPercent': 1}");
        API.pay(client.generateSettled(Api.USDC, "ada").text("address"), Api.USDC, "59");
        API.pay(client.generate(Api.USDC, "obi").text("address"), Api.USDC, "60");
        API.mine(Network.SOLANA, 3);
        Reply before = client.get("/trades/transactions");
        assertThat(before.each("status")).containsExactly("completed", "completed");
        assertThat(before.body()).doesNotContain("amountSettled", "settlementRate", "markup");
        String id = withAmountReceived(before, "59");

        BankAccount bank = new BankAccount("25", "OPay", "0123456789", "ADA OBI", Fiat.NGN, Optional.empty());
        NewPayout settlement = new NewPayout(
                client.tenant(), new PayoutOrigin.Settlement(new ObjectId(id)), Fiat.NGN.money("93279.00"), bank);
        API.db.run(tx -> API.payouts.place(tx, List.of(settlement)));

        assertThat(client.get("/trades/transactions/" + id).body())
                .contains("\"amount\":93279.31,")
                .contains("\"feeAmount\":468.74,\"amountSettled\":93279,\"settlementRate\":1588.95,"
                        + "\"markupPercent\":1,\"markupAmount\":946.95,\"createdAt\"");
        assertThat(client.get("/trades/transactions").each("amountSettled")).containsExactlyInAnyOrder("93279", "");
    }

    @Test
    void areInTheCurrencyTheyGoTo() {
        ApiClient client = API.client("cedis");
        Reply wallet = client.generate(Api.USDC, "ada");
        API.pay(wallet.text("address"), Api.USDC, "100");
        assertThat(only(client).text("currency")).isEqualTo("ngn");

        client.put(
                "/trades/wallets/" + wallet.text("id") + "/bank",
                "{'id': '1', 'accountNumber': '0241234567', 'autoSettlement': true}");
        assertThat(only(client).text("currency")).isEqualTo("ghs");
        API.mine(Network.SOLANA, 3);

        assertThat(only(client).body())
                .contains("\"amount\":1114.4,")
                .contains("\"rate\":11.2,")
                .contains("\"currency\":\"ghs\"");
    }

    @Test
    void areInDollarsForWhoReceivesDollars() {
        ApiClient client = API.client("dollars");
        API.db.run(tx -> API.tenancy.setReceiveCurrency(tx, client.tenant(), Fiat.USD));
        API.pay(client.generate(Api.USDC, "ada").text("address"), Api.USDC, "59");
        API.mine(Network.SOLANA, 3);

        assertThat(only(client).body())
                .contains("\"amount\":58.7,")
                .contains("\"rate\":1605,")
                .contains("\"conversionRate\":0.000623053,")
                .contains("\"currency\":\"usd\"")
                .contains("\"feeAmount\":0.3,");
    }

    @Test
    void sayWhyTheyAreFlaggedAndWhatResolvedThem() {
        ApiClient client = API.client("flagged");
        Reply wallet = client.generate(Api.USDC, "ada");
        API.pay(wallet.text("address"), Api.USDC, "25");
        API.mine(Network.SOLANA, 3);

        Reply flagged = only(client);
        assertThat(flagged.body())
                .contains("\"rate\":1605,\"reason\":\"the deposit is below the minimum\"")
                .contains("\"amountReceived\":25,")
                .contains("\"walletCredited\":false,\"status\":\"flagged\"")
                .doesNotContain("\"amount\":", "feeAmount");

        API.clock.advance(Duration.ofSeconds(2));
        API.pay(wallet.text("address"), Api.USDC, "50");
        API.mine(Network.SOLANA, 3);

        String topUp = client.get("/trades/transactions").each("id").getFirst();
        assertThat(client.get("/trades/transactions/" + flagged.text("id")).body())
                .contains("\"reason\":\"This trade was flagged but resolved with a top-up from trade ID: " + topUp
                        + ".\"")
                .contains("\"flagFeeUSD\":0,\"walletCredited\":true,\"status\":\"completed\"");
    }

    @Test
    void areOfTheAssetThatArrived() {
        ApiClient client = API.client("wrong asset");
        API.pay(client.generate(Api.USDC, "ada").text("address"), "USDT_B7ZDHS8D_TOR7", "100");
        API.mine(Network.SOLANA, 3);

        assertThat(only(client).body())
                .contains("\"avatar\":\"http://localhost/icons/usdt.svg\"")
                .contains("\"reason\":\"another asset or network than the address was made for\"")
                .contains("\"asset\":\"" + API.asset("USDT_B7ZDHS8D_TOR7").id() + "\"")
                .contains("\"status\":\"flagged\"");
    }

    @Test
    void areStillReadableWhenTheyHaveLeftTheirChain() {
        ApiClient client = API.client("dropped");
        TxHash hash = API.pay(client.generate(Api.USDC, "ada").text("address"), Api.USDC, "60");
        API.chains.drop(hash);
        API.mine(Network.SOLANA, 4);

        assertThat(only(client).body())
                .contains("\"status\":\"deleted\",\"currency\":\"ngn\"")
                .contains("\"reason\":\"")
                .contains("\"walletCredited\":false");
    }

    @Test
    void areNobodyElsesAndOfOneEnvironment() {
        ApiClient client = API.client("owner");
        API.pay(client.generate(Api.USDC, "ada").text("address"), Api.USDC, "60");
        String id = only(client).text("id");

        for (ApiClient stranger : List.of(API.client("other"), client.inProduction())) {
            assertThat(stranger.get("/trades/transactions/" + id).outcome()).isEqualTo("404 transaction not found");
            assertThat(stranger.get("/trades/sell/" + id).outcome()).isEqualTo("404 transaction not found");
            assertThat(stranger.get("/trades/transactions").data()).isEmpty();
        }
    }

    @Test
    void areFoundByIdsAlone() {
        ApiClient client = API.client("ids");

        assertThat(client.get("/trades/transactions/" + Api.NOBODY).outcome()).isEqualTo("404 transaction not found");
        assertThat(client.get("/trades/transactions/nine").outcome()).isEqualTo("400 you have entered an invalid _id");
        assertThat(client.get("/trades/sell/wallets").outcome()).isEqualTo("400 you have entered an invalid _id");
        assertThat(client.get("/trades/sell").outcome())
                .isEqualTo("404 Sorry, requested URL GET /v1/trades/sell not found!");
    }

    @Test
    void areListedInPagesNewestFirst() {
        ApiClient client = API.client("pages");
        String address = client.generate(Api.USDC, "ada").text("address");
        for (String coins : List.of("61", "62", "63")) {
            API.pay(address, Api.USDC, coins);
            API.clock.advance(Duration.ofSeconds(2));
        }

        Reply first = client.get("/trades/transactions?size=2");
        assertThat(first.each("cryptoReceived")).containsExactly("63", "62");
        assertThat(first.body())
                .contains("\"message\":\"transactions retrieved successfully\"")
                .contains("\"meta\":{\"pages\":2,\"prevPage\":null,\"nextPage\":2,\"page\":1,\"totalDocs\":3,"
                        + "\"hasPrevPage\":false,\"hasNextPage\":true}");
        assertThat(client.get("/trades/transactions?size=2&page=2").each("cryptoReceived"))
                .containsExactly("61");
    }

    /// The client's only trade, asked for by its id.
    private static Reply only(ApiClient client) {
        List<String> ids = client.get("/trades/transactions").each("id");
        assertThat(ids).hasSize(1);
        return client.get("/trades/transactions/" + ids.getFirst());
    }

    private static String withAmountReceived(Reply list, String usd) {
        return list.each("id").get(list.each("amountReceived").indexOf(usd));
    }
}
