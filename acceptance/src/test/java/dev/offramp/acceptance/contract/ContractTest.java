package dev.offramp.acceptance.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.offramp.acceptance.program.Breet;
import dev.offramp.acceptance.program.Contract;
import dev.offramp.acceptance.program.Inbox;
import dev.offramp.wire.webhook.EventType;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// One exchange for every operation, every refusal and every event, to the last header, against the packaged program.
///
/// `-Dgolden.write=true` writes the files anew; the description shows them, so its own file has to be written after
/// them (`ApiDocumentTest` of the server), and the program packaged again.
class ContractTest {

    private static final Duration SOON = Duration.ofSeconds(40);
    private static final String PIN = "1234";

    @TempDir
    private static Path folder;

    private static Stage stage;

    @BeforeAll
    static void start() {
        stage = new Stage(folder);
        stage.start();
    }

    @AfterAll
    static void stop() {
        stage.close();
        assertThat(GoldenExchange.neverLookedAt()).as("files of no exchange").isEmpty();
    }

    @Test
    void theDescriptionIsTheOneInTheRepository() {
        assumeThat(GoldenExchange.WRITE).isFalse();
        Talk.Reply reply = Talk.say(
                stage.known().client().port(), "GET /openapi.json HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(Contract.parse(reply.body())).isEqualTo(Contract.current().document());
    }

    @Test
    void assets() {
        stage.known().play("""
                listAssets/ok                     | GET /trades/assets
                listAssetsAtTradesSellAssets/ok   | GET /trades/sell/assets
                calculateRate/ok                  | POST /trades/pbc/sell/rate-calculator/{usdc}   | {"amountInUSD":100,"currency":"ngn"}
                calculateRate/asset-not-found     | POST /trades/pbc/sell/rate-calculator/{nobody} | {"amountInUSD":100}
                calculateRate/invalid-input       | POST /trades/pbc/sell/rate-calculator/{usdc}   | {"amountInUSD":-1,"currency":"eur"}
                listSellRates/ok                  | GET /trades/pbc/sell/rates
                showMarketPrice/ok                | GET /trades/pbc/sell/assets/market/converter?from=eth&to=ngn
                showMarketPrice/asset-not-found   | GET /trades/pbc/sell/assets/market/converter?from=gold
                showMarketPrice/invalid-input     | GET /trades/pbc/sell/assets/market/converter?to=eur
                listTransactions/ok               | GET /transactions
                listTransactions/invalid-input    | GET /transactions?page=0
                """);
    }

    @Test
    void wallets() {
        Recorder client =
                stage.newcomer().knowing("paused", stage.program().sandbox().assetId(Stage.PAUSED));
        client.play("""
                generateAddress/ok                      | POST /trades/sell/assets/{usdc}/generate-address   | {"label":"customer 1"} | wallet=/data/id
                generateAddress/ok-with-bank: Generate a deposit address that pays on to a bank account | POST /trades/sell/assets/{usdc}/generate-address | {"label":"customer 2","bankId":"25","accountNumber":"0123456789","narration":"order 2","autoSettlement":true}
                generateAddress/asset-not-found         | POST /trades/sell/assets/{nobody}/generate-address | {"label":"customer 1"}
                generateAddress/bank-not-found          | POST /trades/sell/assets/{usdc}/generate-address   | {"label":"customer 3","bankId":"none","accountNumber":"0123456789"}
                generateAddress/account-name-unresolved | POST /trades/sell/assets/{usdc}/generate-address   | {"label":"customer 3","bankId":"25","accountNumber":"0000000009"}
                generateAddress/label-taken             | POST /trades/sell/assets/{usdc}/generate-address   | {"label":"customer 1"}
                generateAddress/asset-inactive          | POST /trades/sell/assets/{paused}/generate-address | {"label":"customer 1"}
                generateAddress/invalid-input           | POST /trades/sell/assets/{usdc}/generate-address   | {"label":"","bankId":"25","surprise":1}
                listWallets/ok                          | GET /trades/wallets?size=2&sort=-createdAt
                listWallets/invalid-input               | GET /trades/wallets?page=0&size=201&sort=colour
                setAutoSettlement/wallet-without-bank   | PUT /trades/wallets/{wallet}/auto-settlement | {"autoSettlement":true}
                linkBank/ok                             | PUT /trades/wallets/{wallet}/bank | {"id":"25","accountNumber":"0123456789","autoSettlement":false}
                linkBank/wallet-not-found               | PUT /trades/wallets/{nobody}/bank | {"id":"25","accountNumber":"0123456789"}
                linkBank/bank-not-found                 | PUT /trades/wallets/{wallet}/bank | {"id":"none","accountNumber":"0123456789"}
                linkBank/account-name-unresolved        | PUT /trades/wallets/{wallet}/bank | {"id":"25","accountNumber":"0000000009"}
                linkBank/invalid-input                  | PUT /trades/wallets/{wallet}/bank | {"bankId":"25","accountNumber":"1"}
                setAutoSettlement/ok                    | PUT /trades/wallets/{wallet}/auto-settlement | {"autoSettlement":true}
                setAutoSettlement/wallet-not-found      | PUT /trades/wallets/{nobody}/auto-settlement | {"autoSettlement":true}
                setAutoSettlement/invalid-input         | PUT /trades/wallets/{wallet}/auto-settlement | {"autoSettlement":"yes"}
                showWallet/wallet-not-found             | GET /trades/wallets/{nobody}
                """);
        tell("trade.address.created", client.known("wallet"));
    }

    private static void depositsAndTheirSettlement(Recorder client) {
        JsonNode wallet = client.client()
                .breet()
                .generate(
                        Stage.USDC,
                        "customer 9",
                        ",\"bankId\":\"25\",\"accountNumber\":\"0123456789\",\"autoSettlement\":true");
        client.knowing("wallet", wallet.get("id").asString())
                .knowing("address", wallet.get("address").asString());
        client.play("""
                makeMockTrade/ok               | POST /trades/sell/mock-trade | {"walletAddress":"{address}","asset":"SOL_USDC_JKVK","amountInUSD":59,"cryptoReceived":59,"reference":"order 1","txHash":"mock-1"} | trade=/data/id
                makeMockTrade/wallet-not-found | POST /trades/sell/mock-trade | {"walletAddress":"nowhere","asset":"SOL_USDC_JKVK","amountInUSD":59,"cryptoReceived":59,"reference":"order 2","txHash":"mock-2"}
                makeMockTrade/tx-hash-exists   | POST /trades/sell/mock-trade | {"walletAddress":"{address}","asset":"SOL_USDC_JKVK","amountInUSD":59,"cryptoReceived":59,"reference":"order 2","txHash":"mock-1"}
                makeMockTrade/reference-exists | POST /trades/sell/mock-trade | {"walletAddress":"{address}","asset":"SOL_USDC_JKVK","amountInUSD":59,"cryptoReceived":59,"reference":"order 1","txHash":"mock-2"}
                makeMockTrade/invalid-input    | POST /trades/sell/mock-trade | {"walletAddress":"{address}","asset":"SOL_USDC_JKVK","amountInUSD":0,"cryptoReceived":"59","reference":"order 2"}
                """);
        JsonNode payout = client.client()
                .breet()
                .await("/payments/withdrawals", SOON, page -> isOnly(page, "completed"))
                .get(0);
        tell("withdrawal.completed", payout.get("id").asString());
        client.play("""
                showTrade/ok                                | GET /trades/transactions/{trade}
                showTrade/transaction-not-found             | GET /trades/transactions/{nobody}
                showTradeAtTradesSell/ok                    | GET /trades/sell/{trade}
                showTradeAtTradesSell/transaction-not-found | GET /trades/sell/{nobody}
                listTrades/ok                               | GET /trades/transactions?filter=status:completed&search=mock-1
                listTrades/invalid-input                    | GET /trades/transactions?startDate=yesterday&filter=colour:red
                showWallet/ok                               | GET /trades/wallets/{wallet}
                listWithdrawals/ok                          | GET /payments/withdrawals
                listWithdrawals/invalid-input               | GET /payments/withdrawals?size=none
                showIntegration/ok                          | GET /users/fetch-integration
                setMarkup/ok                                | PUT /users/markup-percent | {"markupPercent":1.25}
                setMarkup/invalid-input                     | PUT /users/markup-percent | {"markupPercent":11}
                """);
        for (String event : new String[] {"trade.pending", "trade.completed"}) {
            tell(event, client.known("trade"));
        }
        for (String event : new String[] {"withdrawal.pending", "withdrawal.processing"}) {
            tell(event, payout.get("id").asString());
        }
    }

    private static void webhooks(Recorder client) {
        String reference = client.known("trade");
        JsonNode delivered = client.client()
                .breet()
                .await(
                        "/transactions/webhooks?filter=eventType:trade.completed",
                        SOON,
                        page -> isOnly(page, "delivered"));
        client.knowing("record", delivered.get(0).get("id").asString());
        client.play("""
                listWebhookEvents/ok                     | GET /transactions/webhooks?filter=eventType:trade.completed
                listWebhookEvents/invalid-input          | GET /transactions/webhooks?filter=status:lost
                showWebhookEvent/ok                      | GET /transactions/webhooks/{record}
                showWebhookEvent/webhook-event-not-found | GET /transactions/webhooks/{nobody}
                resendWebhooks/ok                        | POST /transactions/webhooks/resend/{trade}
                resendWebhooks/webhook-event-not-found   | POST /transactions/webhooks/resend/{nobody}
                replayWebhooks/ok                        | POST /transactions/webhooks/replay | {"startDate":"2026-01-01T00:00:00Z"}
                replayWebhooks/invalid-input             | POST /transactions/webhooks/replay | {"status":"lost"}
                """);
        assertThat(stage.inbox().about(reference)).hasSizeGreaterThanOrEqualTo(4);
    }

    private static void depositsThatAreHeldBackOrVanish(Recorder client) {
        Breet breet = client.client().breet();
        String address =
                breet.generate(Stage.USDC, "customer 10", "").get("address").asString();
        tell("trade.flagged", breet.mock(address, Stage.USDC, "25", "25", "small"));

        JsonNode sent = stage.program()
                .jsonCommand(
                        "sandbox",
                        "send",
                        "--address",
                        address,
                        "--asset",
                        Stage.USDC,
                        "--amount",
                        "75",
                        "--wait",
                        "100000",
                        "--json");
        JsonNode trade = breet.await(
                        "/trades/transactions?filter=status:pending", SOON, page -> isOnly(page, "pending"))
                .get(0);
        stage.program().command("sandbox", "drop", trade.get("txHash").asString());
        assertThat(sent.toString()).contains(trade.get("txHash").asString());
        tell("trade.deleted", trade.get("id").asString());
    }

    @Test
    void banks() {
        stage.known().play("""
                listBanks/ok                           | GET /payments/banks?currency=ngn
                listBanks/invalid-input                | GET /payments/banks
                validateAccount/ok                     | POST /payments/banks/validate | {"id":"25","accountNumber":"0123456789"}
                validateAccount/bank-not-found         | POST /payments/banks/validate | {"id":"none","accountNumber":"0123456789"}
                validateAccount/account-name-unresolved| POST /payments/banks/validate | {"id":"25","accountNumber":"0000000009"}
                validateAccount/invalid-input          | POST /payments/banks/validate | {"id":"25","accountNumber":"0123456789","currency":"ghs"}
                addBank/ok                             | POST /payments/banks/add | {"id":"25","accountNumber":"0123456789","narration":"rent"} | bank=/data/id
                addBank/bank-not-found                 | POST /payments/banks/add | {"id":"none","accountNumber":"0123456789"}
                addBank/account-name-unresolved        | POST /payments/banks/add | {"id":"25","accountNumber":"0000000009"}
                addBank/bank-account-exists            | POST /payments/banks/add | {"id":"25","accountNumber":"0123456789"}
                addBank/invalid-input                  | POST /payments/banks/add | {"id":25,"accountNumber":"12"}
                listSavedBanks/ok                      | GET /payments/integration-banks?filter=accountNumber:0123456789
                listSavedBanks/ok-table: List saved bank accounts as a table | GET /payments/integration-banks?filter=accountNumber:0123456789&exports=true
                listSavedBanks/invalid-input           | GET /payments/integration-banks?page=first
                showSavedBank/ok                       | GET /payments/integration-banks/{bank}
                showSavedBank/bank-not-found           | GET /payments/integration-banks/{nobody}
                deleteBank/ok                          | DELETE /payments/banks/{bank}
                deleteBank/bank-not-found              | DELETE /payments/banks/{bank}
                """);
    }

    /// One client with a saved bank and nearly a thousand dollars.
    @Test
    void moneyOut() {
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

    private static void savedAddresses(Recorder client) {
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

    private static void conversions(Recorder client) {
        client.knowing("saved", savedAddress(client));
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

    private static String savedAddress(Recorder client) {
        Breet.Reply saved = client.client()
                .breet()
                .post(
                        "/payments/wallet-addresses",
                        "{\"address\":\"" + client.known("to") + "\",\"network\":\"ERC20\",\"token\":\"USDC\"}");
        return saved.data().get("id").asString();
    }

    private static void bankWithdrawals(Recorder client) {
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

    private static void bankWithdrawalsThatComeBack(Recorder client) {
        Breet breet = client.client().breet();
        Map<String, String> events = Map.of("0000000001", "withdrawal.rejected", "0000000002", "withdrawal.reversed");
        events.forEach((account, event) -> {
            String bank = breet.post("/payments/banks/add", "{\"id\":\"25\",\"accountNumber\":\"" + account + "\"}")
                    .data()
                    .get("id")
                    .asString();
            Breet.Reply placed =
                    breet.post("/payments/withdraw/bank/" + bank, "{\"amount\":1000,\"pin\":\"" + PIN + "\"}");
            tell(event, placed.data().get("id").asString());
        });
    }

    private static void stablecoinWithdrawals(Recorder client) {
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
        tell("withdrawal.completed", "-of-stablecoins", client.known("sent"));
    }

    private static void awaitCompleted(Recorder client, String withdrawal) {
        client.client()
                .breet()
                .await(
                        "/payments/withdrawal/" + withdrawal,
                        SOON,
                        found -> status(found).equals("completed"));
    }

    private static void frozenAccount(Recorder client) {
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

    /// There is a network and no rail, and of rates only what a test says.
    @Test
    void production() {
        Recorder client = stage.inProduction().knowing("to", "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed");
        Breet breet = client.client().breet();
        client.knowing("bitcoin", breet.assetId("BTC"))
                .knowing(
                        "wallet",
                        breet.generate("USDC", "customer 1", "").get("id").asString());
        client.client().command("integrations", "set-pin", "--pin", PIN, "--env", "production");
        client.play("""
                calculateRate/rate-unavailable            | POST /trades/pbc/sell/rate-calculator/{usdc} | {"amountInUSD":100}
                listSellRates/rate-unavailable            | GET /trades/pbc/sell/rates
                showMarketPrice/rate-unavailable          | GET /trades/pbc/sell/assets/market/converter?from=eth
                sellDollars/rate-unavailable              | POST /payments/convert | {"amount":10}
                buyDollars/rate-unavailable               | POST /payments/fiat-to-usd | {"amount":10}
                generateAddress/network-not-configured    | POST /trades/sell/assets/{bitcoin}/generate-address | {"label":"customer 1"}
                generateAddress/payouts-unavailable       | POST /trades/sell/assets/{usdc}/generate-address | {"label":"customer 2","bankId":"25","accountNumber":"0123456789"}
                linkBank/payouts-unavailable              | PUT /trades/wallets/{wallet}/bank | {"id":"25","accountNumber":"0123456789"}
                validateAccount/payouts-unavailable       | POST /payments/banks/validate | {"id":"25","accountNumber":"0123456789"}
                addBank/payouts-unavailable               | POST /payments/banks/add | {"id":"25","accountNumber":"0123456789"}
                withdrawToAddress/withdrawals-unavailable | POST /payments/withdraw/address | {"amount":20,"token":"USDC","network":"ERC20","walletAddress":"{to}","pin":"1234"}
                makeMockTrade/access-forbidden            | POST /trades/sell/mock-trade | {"walletAddress":"{to}","asset":"USDC","amountInUSD":59,"cryptoReceived":59,"reference":"order 1","txHash":"mock-1"}
                """);
        client.knowing("saved", savedAddress(client));
        client.client().program().command("rates", "set", "USD", "NGN", "1605", "--for", "1h");
        client.play("""
                buyDollars/withdrawals-unavailable        | POST /payments/fiat-to-usd | {"amount":32100,"withdrawalAddressId":"{saved}","pin":"1234"}
                """);
    }

    @Test
    void callers() {
        Map<String, Map<String, String>> changes = Map.of(
                "credentials-missing", Map.of("x-app-secret", ""),
                "credentials-invalid", Map.of("x-app-id", "nobody", "x-app-secret", "wrong"),
                "environment-unknown", Map.of("X-Breet-Env", "staging"),
                "https-required", Map.of("X-Breet-Env", "production"),
                "production-off", Map.of("X-Breet-Env", "production", "X-Forwarded-Proto", "https"));
        changes.forEach((name, headers) -> stage.known().record("any/" + name, "GET", "/trades/assets", "", headers));
        stage.limitedTo("webhooks").play("any/access-forbidden | GET /trades/assets");
        Recorder idle = stage.newcomer();
        idle.client().command("integrations", "set", "--active", "false");
        idle.play("any/integration-inactive | GET /trades/assets");
    }

    @Test
    void requestsThatAreNone() {
        Recorder client = stage.known();
        client.play("""
                any/unknown-route | GET /nowhere
                any/invalid-id    | GET /trades/wallets/none
                """);
        String validate = "/payments/banks/validate";
        String account = "{\"id\":\"25\",\"accountNumber\":\"0123456789\"}";
        client.record("any/media-type-unsupported", "POST", validate, account, Map.of("Content-Type", "text/plain"));
        client.record(
                "any/content-encoding-unsupported", "POST", validate, account, Map.of("Content-Encoding", "gzip"));
        client.record("any/invalid-input", "POST", validate, account, Map.of("Idempotency-Key", "k".repeat(256)));
        client.recordRaw("any/malformed", "GET /v1/trades/assets HTTP/1.1~Host: localhost~no colon~~");
        client.recordRaw("any/http-version", "GET /v1/trades/assets HTTP/1.0~Host: localhost~~");
        client.recordRaw("any/body-late", "POST /v1" + validate + " HTTP/1.1~Host: localhost~Content-Length: 100~~");
        String large = "{\"id\":\"" + "2".repeat(70_000) + "\"}";
        Talk.Reply reply = Talk.say(
                client.client().port(),
                Client.message("POST", validate, client.client().headers(), large));
        client.check(
                "any/body-too-large",
                "POST",
                validate,
                "",
                "POST /v1" + validate + "\nContent-Length: 70009\n\n{\n  \"id\" : \"222 and so on\"\n}",
                reply);
    }

    @Test
    void limits() throws InterruptedException {
        Recorder client = stage.newcomer();
        if (Instant.now().getEpochSecond() % 60 > 40) {
            Thread.sleep((61 - Instant.now().getEpochSecond() % 60) * 1000);
        }
        for (int i = 0; i < 20; i++) {
            client.client().breet().get("/trades/pbc/sell/rates");
        }
        client.play("any/too-many-requests | GET /trades/pbc/sell/rates");
    }

    @Test
    void repetitions() {
        Recorder client = stage.known();
        Map<String, String> key = Map.of("Idempotency-Key", "order 1");
        String add = "/payments/banks/add";
        String account = "{\"id\":\"25\",\"accountNumber\":\"0123456780\"}";
        client.record("addBank/ok-with-key: Save a bank account under a key", "POST", add, account, key);
        client.record("addBank/ok-again: Save it again under the same key", "POST", add, account, key);
        client.record("any/key-reused", "POST", add, "{\"id\":\"39\",\"accountNumber\":\"0123456780\"}", key);

        Map<String, String> other = Map.of("Idempotency-Key", "order 2");
        stage.whileLocked("saved_bank", () -> {
            Thread first = Thread.ofVirtual().start(() -> client.send("POST", add, account, other));
            pause();
            client.record("any/key-in-progress", "POST", add, account, other);
            join(first);
        });
    }

    @Test
    void troubles() {
        Recorder client = stage.known();
        String bank = "/payments/integration-banks/" + Stage.nobody();
        stage.whileLocked("saved_bank", () -> client.record("any/unavailable", "GET", bank, "", Map.of()));
        stage.execute("ALTER TABLE saved_bank RENAME TO saved_bank_elsewhere");
        try {
            client.record("any/server-error", "GET", bank, "", Map.of());
        } finally {
            stage.execute("ALTER TABLE saved_bank_elsewhere RENAME TO saved_bank");
        }
    }

    private static void probe() {
        Inbox.Delivery probe =
                stage.inbox().await(SOON, delivery -> delivery.event().equals("webhook.verification"));
        stage.recordDelivery("events/webhook.verification", "Is this URL a receiver?", probe);
    }

    private static Recorder rich() {
        Recorder client = stage.receiver();
        client.client().command("integrations", "set", "--receive-currency", "USD", "--payout-maximum", "NGN=500000");
        Breet breet = client.client().breet();
        String address =
                breet.generate(Stage.USDC, "customer 1", "").get("address").asString();
        String trade =
                breet.mock(address, Stage.USDC, "1000", "1000", client.client().name());
        breet.await(
                "/trades/transactions/" + trade, SOON, found -> status(found).equals("completed"));
        JsonNode bank = breet.post("/payments/banks/add", "{\"id\":\"25\",\"accountNumber\":\"0123456789\"}")
                .data();
        return client.knowing("bank", bank.get("id").asString());
    }

    private static void tell(String event, String object) {
        tell(event, "", object);
    }

    private static void tell(String event, String variant, String object) {
        Inbox.Delivery delivery = stage.inbox()
                .await(SOON, each -> each.event().equals(event) && each.id().equals(object));
        stage.recordDelivery("events/" + event + variant, meaning(event), delivery);
    }

    private static String meaning(String event) {
        for (EventType type : EventType.values()) {
            if (type.code().equals(event)) {
                return type.meaning();
            }
        }
        throw new AssertionError("no event " + event);
    }

    private static boolean isOnly(JsonNode page, String status) {
        return page.size() == 1 && status(page.get(0)).equals(status);
    }

    private static String status(JsonNode data) {
        return data.path("status").asString("");
    }

    private static void pause() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
