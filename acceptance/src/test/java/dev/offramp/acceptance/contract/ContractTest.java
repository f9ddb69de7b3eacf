package dev.offramp.acceptance.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.offramp.acceptance.program.Breet;
import dev.offramp.acceptance.program.Contract;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
    void walletsAndDeposits() {
        new DepositScenes(stage).play();
    }

    @Test
    void moneyOut() {
        new WithdrawalScenes(stage).play();
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
                withdrawToAddress/rate-unavailable        | POST /payments/withdraw/address | {"amount":20,"token":"USDC","network":"ERC20","walletAddress":"{to}","pin":"1234"}
                withdrawToAddress/withdrawals-unavailable | POST /payments/withdraw/address | {"amount":20,"token":"USDC","network":"BSC","walletAddress":"{to}","pin":"1234"}
                makeMockTrade/access-forbidden            | POST /trades/sell/mock-trade | {"walletAddress":"{to}","asset":"USDC","amountInUSD":59,"cryptoReceived":59,"reference":"order 1","txHash":"mock-1"}
                """);
        client.knowing("saved", WithdrawalScenes.savedAddress(client, "BSC"));
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
            AtomicBoolean isOver = new AtomicBoolean();
            Thread twin = Thread.ofVirtual().start(() -> {
                while (!isOver.get()) {
                    client.send("POST", add, account, other);
                }
            });
            pause();
            client.record("any/key-in-progress", "POST", add, account, other);
            isOver.set(true);
            join(twin);
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
