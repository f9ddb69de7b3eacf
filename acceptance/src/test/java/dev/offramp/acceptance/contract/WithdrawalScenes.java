package dev.offramp.acceptance.contract;

import dev.offramp.acceptance.program.Breet;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// One client with a saved bank and nearly a thousand dollars, and all the ways in which they leave.
record WithdrawalScenes(Stage stage) {

    private static final String PIN = "1234";

    void play() {
        Recorder client = rich().knowing("to", "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed");
        client.play("""
                withdrawToBank/pin-unset    | POST /payments/withdraw/bank/{bank} | {"amount":1000,"pin":"1234"}
                withdrawToAddress/pin-unset | POST /payments/withdraw/address | {"amount":20,"token":"USDT","network":"ERC20","walletAddress":"{to}","pin":"1234"}
                sellDollars/pin-unset       | POST /payments/convert | {"amount":10,"bank":"{bank}","pin":"1234"}
                buyDollars/pin-unset        | POST /payments/fiat-to-usd | {"amount":8025,"withdrawalAddressId":"{nobody}","pin":"1234"}
                """);
        client.client().command("integrations", "set-pin", "--pin", PIN);
        savedAddresses(client);
        conversions(client);
        bankWithdrawals(client);
        bankWithdrawalsThatComeBack(client);
        stablecoinWithdrawals(client);
        frozenAccount(client);
    }

    private Recorder rich() {
        Recorder client = stage.receiver();
        client.client().command("integrations", "set", "--receive-currency", "USD", "--payout-maximum", "NGN=500000");
        Breet breet = client.client().breet();
        String address =
                breet.generate(Stage.USDC, "customer 1", "").get("address").asString();
        String trade =
                breet.mock(address, Stage.USDC, "1000", "1000", client.client().name());
        breet.await(
                "/trades/transactions/" + trade,
                Stage.SOON,
                found -> Stage.status(found).equals("completed"));
        JsonNode bank = breet.post("/payments/banks/add", "{\"id\":\"25\",\"accountNumber\":\"0123456789\"}")
                .data();
        return client.knowing("bank", bank.get("id").asString());
    }

    private void savedAddresses(Recorder client) {
        client.play("""
                addAddress/ok                          | POST /payments/wallet-addresses | {"address":"{to}","network":"ERC20","token":"USDC","label":"treasury"} | address=/data/id
                addAddress/saved-address-exists        | POST /payments/wallet-addresses | {"address":"{to}","network":"ERC20","token":"USDC"}
                addAddress/invalid-input               | POST /payments/wallet-addresses | {"address":"{to}","token":"USDC"}
                listAddresses/ok                       | GET /payments/wallet-addresses
                listAddresses/invalid-input            | GET /payments/wallet-addresses?sort=colour
                deleteAddress/ok                       | DELETE /payments/wallet-addresses/{address}
                deleteAddress/saved-address-not-found  | DELETE /payments/wallet-addresses/{address}
                """);
    }

    private void conversions(Recorder client) {
        client.knowing("saved", savedAddress(client, "ERC20"));
        client.play("""
                sellDollars/ok                         | POST /payments/convert | {"amount":100}
                sellDollars/ok-to-a-bank: Convert dollars and pay the result out | POST /payments/convert | {"amount":10,"bank":"{bank}","pin":"1234"}
                sellDollars/bank-not-found             | POST /payments/convert | {"amount":10,"bank":"{nobody}","pin":"1234"}
                sellDollars/amount-too-small           | POST /payments/convert | {"amount":0.06,"bank":"{bank}","pin":"1234"}
                sellDollars/amount-too-large           | POST /payments/convert | {"amount":400,"bank":"{bank}","pin":"1234"}
                sellDollars/balance-insufficient       | POST /payments/convert | {"amount":5000}
                sellDollars/invalid-input              | POST /payments/convert | {"amount":10,"bank":"{bank}"}
                sellDollars/pin-wrong                  | POST /payments/convert | {"amount":10,"bank":"{bank}","pin":"0000"}
                buyDollars/ok                          | POST /payments/fiat-to-usd | {"amount":8025}
                buyDollars/amount-converts-to-nothing  | POST /payments/fiat-to-usd | {"amount":0.01}
                buyDollars/balance-insufficient        | POST /payments/fiat-to-usd | {"amount":1000000}
                buyDollars/invalid-input               | POST /payments/fiat-to-usd | {"amount":"8025"}
                buyDollars/ok-to-an-address: Convert into dollars and send them | POST /payments/fiat-to-usd | {"amount":32100,"withdrawalAddressId":"{saved}","pin":"1234"}
                buyDollars/withdrawal-duplicate        | POST /payments/fiat-to-usd | {"amount":32100,"withdrawalAddressId":"{saved}","pin":"1234"}
                buyDollars/amount-outside-limits       | POST /payments/fiat-to-usd | {"amount":8025,"withdrawalAddressId":"{saved}","pin":"1234"}
                buyDollars/saved-address-not-found     | POST /payments/fiat-to-usd | {"amount":32100,"withdrawalAddressId":"{nobody}","pin":"1234"}
                buyDollars/pin-wrong                   | POST /payments/fiat-to-usd | {"amount":32100,"withdrawalAddressId":"{saved}","pin":"0000"}
                """);
    }

    static String savedAddress(Recorder client, String network) {
        Breet.Reply saved = client.client()
                .breet()
                .post(
                        "/payments/wallet-addresses",
                        "{\"address\":\"" + client.known("to") + "\",\"network\":\"" + network
                                + "\",\"token\":\"USDC\"}");
        return saved.data().get("id").asString();
    }

    private void bankWithdrawals(Recorder client) {
        client.play("""
                withdrawToBank/ok                   | POST /payments/withdraw/bank/{bank} | {"amount":1000,"pin":"1234","narration":"May","externalId":"payout 1"} | payout=/data/id
                withdrawToBank/external-id-used     | POST /payments/withdraw/bank/{bank} | {"amount":2000,"pin":"1234","narration":"May","externalId":"payout 1"}
                withdrawToBank/bank-not-found       | POST /payments/withdraw/bank/{nobody} | {"amount":1000,"pin":"1234"}
                withdrawToBank/amount-too-small     | POST /payments/withdraw/bank/{bank} | {"amount":99,"pin":"1234"}
                withdrawToBank/amount-too-large     | POST /payments/withdraw/bank/{bank} | {"amount":500001,"pin":"1234"}
                withdrawToBank/balance-insufficient | POST /payments/withdraw/bank/{bank} | {"amount":400000,"pin":"1234"}
                withdrawToBank/invalid-input        | POST /payments/withdraw/bank/{bank} | {"amount":10.005,"pin":1234}
                withdrawToBank/pin-wrong            | POST /payments/withdraw/bank/{bank} | {"amount":1000,"pin":"0000"}
                """);
        awaitCompleted(client, "payout%201");
        client.play("""
                showWithdrawal/ok                   | GET /payments/withdrawal/payout%201
                showWithdrawal/withdrawal-not-found | GET /payments/withdrawal/payout%202
                """);
    }

    private void bankWithdrawalsThatComeBack(Recorder client) {
        Breet breet = client.client().breet();
        Map<String, String> events = Map.of("0000000001", "withdrawal.rejected", "0000000002", "withdrawal.reversed");
        events.forEach((account, event) -> {
            String bank = breet.post("/payments/banks/add", "{\"id\":\"25\",\"accountNumber\":\"" + account + "\"}")
                    .data()
                    .get("id")
                    .asString();
            Breet.Reply placed =
                    breet.post("/payments/withdraw/bank/" + bank, "{\"amount\":1000,\"pin\":\"" + PIN + "\"}");
            stage.tell(event, placed.data().get("id").asString());
        });
    }

    private void stablecoinWithdrawals(Recorder client) {
        client.play("""
                listSentCoins/ok                       | GET /payments/supported-assets-info
                withdrawToAddress/ok                   | POST /payments/withdraw/address | {"amount":20,"token":"USDT","network":"ERC20","walletAddress":"{to}","pin":"1234","externalId":"payout 3"} | sent=/data/id
                withdrawToAddress/external-id-used     | POST /payments/withdraw/address | {"amount":21,"token":"USDT","network":"ERC20","walletAddress":"{to}","pin":"1234","externalId":"payout 3"}
                withdrawToAddress/withdrawal-duplicate | POST /payments/withdraw/address | {"amount":20,"token":"USDT","network":"ERC20","walletAddress":"{to}","pin":"1234"}
                withdrawToAddress/amount-outside-limits| POST /payments/withdraw/address | {"amount":4.99,"token":"USDT","network":"ERC20","walletAddress":"{to}","pin":"1234"}
                withdrawToAddress/balance-insufficient | POST /payments/withdraw/address | {"cryptoAmount":5000,"token":"USDC","network":"BSC","feeLevel":"low","walletAddress":"{to}","pin":"1234"}
                withdrawToAddress/invalid-input        | POST /payments/withdraw/address | {"amount":20,"cryptoAmount":20,"token":"USDT","walletAddress":"{to}","pin":"1234"}
                withdrawToAddress/pin-wrong            | POST /payments/withdraw/address | {"amount":22,"token":"USDT","network":"ERC20","walletAddress":"{to}","pin":"0000"}
                """);
        awaitCompleted(client, client.known("sent"));
        stage.tell("withdrawal.completed", "-of-stablecoins", client.known("sent"));
    }

    private void awaitCompleted(Recorder client, String withdrawal) {
        client.client()
                .breet()
                .await(
                        "/payments/withdrawal/" + withdrawal,
                        Stage.SOON,
                        found -> Stage.status(found).equals("completed"));
    }

    private void frozenAccount(Recorder client) {
        for (int i = 0; i < 5; i++) {
            client.client()
                    .breet()
                    .post("/payments/withdraw/bank/" + client.known("bank"), "{\"amount\":1000,\"pin\":\"0000\"}");
        }
        client.play("""
                withdrawToBank/account-frozen    | POST /payments/withdraw/bank/{bank} | {"amount":1000,"pin":"1234"}
                withdrawToAddress/account-frozen | POST /payments/withdraw/address | {"amount":20,"token":"USDT","network":"ERC20","walletAddress":"{to}","pin":"1234"}
                sellDollars/account-frozen       | POST /payments/convert | {"amount":10,"bank":"{bank}","pin":"1234"}
                buyDollars/account-frozen        | POST /payments/fiat-to-usd | {"amount":32100,"withdrawalAddressId":"{saved}","pin":"1234"}
                """);
    }
}
