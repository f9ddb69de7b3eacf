package dev.offramp.acceptance.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.acceptance.program.Breet;
import dev.offramp.acceptance.program.Inbox;
import tools.jackson.databind.JsonNode;

/// One client's deposit addresses, what arrives at them, and what is told of it.
record DepositScenes(Stage stage) {

    void play() {
        Recorder client = stage.receiver();
        probe();
        wallets(client);
        depositsAndTheirSettlement(client);
        webhooks(client);
        depositsThatAreHeldBackOrVanish(client);
    }

    private void probe() {
        Inbox.Delivery probe =
                stage.inbox().await(Stage.SOON, delivery -> delivery.event().equals("webhook.verification"));
        stage.recordDelivery("events/webhook.verification", "Is this URL a receiver?", probe);
    }

    private void wallets(Recorder client) {
        client.knowing("paused", client.client().breet().assetId(Stage.PAUSED));
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
        stage.tell("trade.address.created", client.known("wallet"));
    }

    private void depositsAndTheirSettlement(Recorder client) {
        JsonNode wallet = client.client()
                .breet()
                .generate(
                        Stage.USDC,
                        "customer 9",
                        ",\"bankId\":\"25\",\"accountNumber\":\"0123456789\",\"autoSettlement\":true");
        client.knowing("wallet", wallet.get("id").asString())
                .knowing("address", wallet.get("address").asString());
        client.play("""
                listenForEvents/ok             | POST /transactions/webhooks/listen | {"events":"withdrawal.completed"} | listener=/data/listener
                makeMockTrade/ok               | POST /trades/sell/mock-trade | {"walletAddress":"{address}","asset":"SOL_USDC_JKVK","amountInUSD":59,"cryptoReceived":59,"reference":"order 1","txHash":"mock-1"} | trade=/data/id
                makeMockTrade/wallet-not-found | POST /trades/sell/mock-trade | {"walletAddress":"nowhere","asset":"SOL_USDC_JKVK","amountInUSD":59,"cryptoReceived":59,"reference":"order 2","txHash":"mock-2"}
                makeMockTrade/tx-hash-exists   | POST /trades/sell/mock-trade | {"walletAddress":"{address}","asset":"SOL_USDC_JKVK","amountInUSD":59,"cryptoReceived":59,"reference":"order 2","txHash":"mock-1"}
                makeMockTrade/reference-exists | POST /trades/sell/mock-trade | {"walletAddress":"{address}","asset":"SOL_USDC_JKVK","amountInUSD":59,"cryptoReceived":59,"reference":"order 1","txHash":"mock-2"}
                makeMockTrade/invalid-input    | POST /trades/sell/mock-trade | {"walletAddress":"{address}","asset":"SOL_USDC_JKVK","amountInUSD":0,"cryptoReceived":"59","reference":"order 2"}
                """);
        JsonNode payout = client.client()
                .breet()
                .await("/payments/withdrawals", Stage.SOON, page -> Stage.isOnly(page, "completed"))
                .get(0);
        stage.tell("withdrawal.completed", payout.get("id").asString());
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
            stage.tell(event, client.known("trade"));
        }
        for (String event : new String[] {"withdrawal.pending", "withdrawal.processing"}) {
            stage.tell(event, payout.get("id").asString());
        }
    }

    private void webhooks(Recorder client) {
        String reference = client.known("trade");
        JsonNode delivered = client.client()
                .breet()
                .await(
                        "/transactions/webhooks?filter=eventType:trade.completed",
                        Stage.SOON,
                        page -> Stage.isOnly(page, "delivered"));
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
                listenForEvents/ok-next: Get the next event | POST /transactions/webhooks/listen | {"listener":"{listener}"}
                listenForEvents/invalid-input            | POST /transactions/webhooks/listen | {"events":"trade.gone","taken":"none"}
                """);
        assertThat(stage.inbox().about(reference)).hasSizeGreaterThanOrEqualTo(4);
    }

    private void depositsThatAreHeldBackOrVanish(Recorder client) {
        Breet breet = client.client().breet();
        String address =
                breet.generate(Stage.USDC, "customer 10", "").get("address").asString();
        stage.tell("trade.flagged", breet.mock(address, Stage.USDC, "25", "25", "small"));

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
                        "/trades/transactions?filter=status:pending", Stage.SOON, page -> Stage.isOnly(page, "pending"))
                .get(0);
        stage.program().command("sandbox", "drop", trade.get("txHash").asString());
        assertThat(sent.toString()).contains(trade.get("txHash").asString());
        stage.tell("trade.deleted", trade.get("id").asString());
    }
}
