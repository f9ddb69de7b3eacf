package dev.offramp.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.offramp.wire.account.IntegrationJson;
import dev.offramp.wire.account.MarkupJson;
import dev.offramp.wire.asset.AssetJson;
import dev.offramp.wire.asset.QuoteJson;
import dev.offramp.wire.asset.RateJson;
import dev.offramp.wire.bank.AccountJson;
import dev.offramp.wire.bank.BankJson;
import dev.offramp.wire.bank.SavedBankJson;
import dev.offramp.wire.trade.MockTradeJson;
import dev.offramp.wire.trade.TradeJson;
import dev.offramp.wire.wallet.AutoSettlementJson;
import dev.offramp.wire.wallet.GeneratedAddressJson;
import dev.offramp.wire.wallet.WalletJson;
import dev.offramp.wire.webhook.AddressCreatedJson;
import dev.offramp.wire.webhook.DeliveryJson;
import dev.offramp.wire.webhook.EventType;
import dev.offramp.wire.webhook.ResentJson;
import dev.offramp.wire.webhook.TradeEventJson;
import dev.offramp.wire.webhook.WithdrawalEventJson;
import dev.offramp.wire.withdrawal.ReceivedWithdrawalJson;
import dev.offramp.wire.withdrawal.WithdrawalJson;
import dev.offramp.wire.withdrawal.WithdrawalMetaJson;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// One golden file per shape, full and as empty as it may be.
class ShapesTest {

    private static final Instant CREATED = Instant.parse("2026-11-24T09:00:00Z");
    private static final Instant UPDATED = Instant.parse("2026-11-24T09:01:00.250Z");
    private static final String WALLET = "66f0a1b2c3d4e5f607182930";
    private static final String TRADE = "66f0a1b2c3d4e5f607182931";
    private static final String WITHDRAWAL = "66f0a1b2c3d4e5f607182932";
    private static final String ASSET = "69b3e33d5aef202395e800e8";
    private static final String INTEGRATION = "66f0a1b2c3d4e5f607182933";
    private static final String EVENT = "66f0a1b2c3d4e5f607182934";
    private static final String ADDRESS = "HAgk14JpMQLgt6rVgv7cBQFJWFto5Dqxi472uT3DKpqk";

    @Test
    void assets() {
        golden("asset/asset.json", asset(new RateJson(some("1605"), some("11.2")), Optional.empty()));
        golden("asset/asset-bare.json", asset(new RateJson(Optional.empty(), Optional.empty()), Optional.of(false)));
        golden("asset/quote.json", new QuoteJson(some("160500.00"), some("1120"), decimal("1605"), decimal("100.0")));
    }

    @Test
    void wallets() {
        golden("wallet/generated.json", new GeneratedAddressJson(WALLET, ADDRESS, "88"));
        golden(
                "wallet/wallet.json",
                new WalletJson(
                        WALLET,
                        ADDRESS,
                        "cust-77",
                        ASSET,
                        "SOL_USDC_JKVK",
                        "88",
                        true,
                        true,
                        Optional.of("25"),
                        Optional.of("OPay"),
                        Optional.of("0123456789"),
                        Optional.of("ADA OBI"),
                        Optional.of("rent"),
                        CREATED,
                        UPDATED,
                        Optional.of(pendingTrade())));
        golden(
                "wallet/wallet-bare.json",
                new WalletJson(
                        WALLET,
                        ADDRESS,
                        "cust-77",
                        ASSET,
                        "SOL_USDC_JKVK",
                        "88",
                        true,
                        false,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        CREATED,
                        UPDATED,
                        Optional.empty()));
        golden("wallet/auto-settlement.json", new AutoSettlementJson(WALLET, true));
    }

    @Test
    void trades() {
        golden(
                "trade/trade.json",
                new TradeJson(
                        TRADE,
                        some("94221.52"),
                        "https://icons.example.test/usdc.png",
                        some("1605.00"),
                        Optional.of("This trade was flagged but resolved with a top-up from trade ID: " + EVENT + "."),
                        "5hTx",
                        "https://explorer.example.test/tx/5hTx",
                        ASSET,
                        "88",
                        ADDRESS,
                        Optional.of("SenderA"),
                        WALLET,
                        true,
                        some("1"),
                        some("59.00000000"),
                        "59",
                        decimal("0"),
                        true,
                        "completed",
                        "ngn",
                        INTEGRATION,
                        some("473.48"),
                        some("94221"),
                        some("1605"),
                        some("1.00"),
                        some("946.95"),
                        CREATED,
                        UPDATED));
        golden("trade/trade-pending.json", pendingTrade());
        golden("trade/mock-trade.json", new MockTradeJson(TRADE));
    }

    @Test
    void banks() {
        golden(
                "bank/bank.json",
                new BankJson(
                        "25",
                        "OPay",
                        "opay",
                        "NG",
                        "ngn",
                        "nuban",
                        OrNull.empty(),
                        OrNull.of("305"),
                        OrNull.empty(),
                        OrNull.empty(),
                        OrNull.empty()));
        golden("bank/account.json", new AccountJson("0123456789", "nuban", "OPay", "ADA OBI"));
        golden("bank/saved-bank.json", savedBank(Optional.of("rent"), Optional.of("https://icons.example.test/o.png")));
        golden("bank/saved-bank-bare.json", savedBank(Optional.empty(), Optional.empty()));
    }

    @Test
    void withdrawals() {
        golden("withdrawal/received.json", new ReceivedWithdrawalJson(WITHDRAWAL, "pending"));
        golden(
                "withdrawal/settlement.json",
                new WithdrawalJson(
                        WITHDRAWAL,
                        Optional.empty(),
                        "completed",
                        decimal("94221"),
                        decimal("94221"),
                        decimal("94171"),
                        decimal("50"),
                        "ngn",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(TRADE),
                        "PO-1",
                        meta(),
                        CREATED,
                        UPDATED));
        golden(
                "withdrawal/rejected.json",
                new WithdrawalJson(
                        WITHDRAWAL,
                        Optional.of("order-9"),
                        "rejected",
                        decimal("1000.50"),
                        decimal("1000.50"),
                        decimal("950.50"),
                        decimal("50.00"),
                        "ngn",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of("rejected by the bank"),
                        Optional.empty(),
                        "PO-1",
                        meta(),
                        CREATED,
                        UPDATED));
    }

    @Test
    void account() {
        golden(
                "account/integration.json",
                new IntegrationJson(
                        List.of(
                                new IntegrationJson.BalanceJson("ngn", decimal("947.26")),
                                new IntegrationJson.BalanceJson("usd", decimal("0.00"))),
                        List.of(new IntegrationJson.FeeTierJson(0, 999, decimal("0.50"))),
                        decimal("1.5"),
                        "B-1234",
                        true,
                        Optional.of("https://shop.example.test/hooks")));
        golden("account/markup.json", new MarkupJson(decimal("1.50")));
    }

    @Test
    void tradeEvents() {
        golden("webhook/trade.pending.json", tradePending());
        golden("webhook/trade.completed.json", tradeCompleted("59"));
        golden(
                "webhook/trade.address.created.json",
                new AddressCreatedJson(
                        WALLET,
                        EventType.TRADE_ADDRESS_CREATED,
                        EVENT,
                        UPDATED,
                        1,
                        ADDRESS,
                        "SOL_USDC_JKVK",
                        "cust-77",
                        "88"));
    }

    @Test
    void withdrawalEvents() {
        golden(
                "webhook/withdrawal.completed.json",
                withdrawal(EventType.WITHDRAWAL_COMPLETED, "completed", Optional.empty()));
        golden(
                "webhook/withdrawal.reversed.json",
                withdrawal(EventType.WITHDRAWAL_REVERSED, "reversed", Optional.of("returned")));
    }

    @Test
    void deliveries() {
        RawJson payload = new RawJson(Json.text(tradePending()));
        golden(
                "webhook/delivery.json",
                new DeliveryJson(
                        EVENT,
                        INTEGRATION,
                        TRADE,
                        "trade.pending",
                        payload,
                        "https://shop.example.test/hooks",
                        "delivered",
                        2,
                        List.of(
                                new DeliveryJson.AttemptJson(
                                        CREATED, OrNull.empty(), Optional.empty(), Optional.of("connection refused")),
                                new DeliveryJson.AttemptJson(
                                        UPDATED, OrNull.of(200), Optional.of("ok"), Optional.empty())),
                        Optional.of(UPDATED),
                        Optional.of(UPDATED),
                        CREATED.plusSeconds(7 * 86_400),
                        CREATED,
                        UPDATED));
        golden("webhook/resent.json", new ResentJson(EVENT, "failed", Optional.of("webhook delivery failed")));
    }

    @Test
    void anEventNeverStatesAWorthOfNothing() {
        assertThatThrownBy(() -> tradeCompleted("0")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anEventCarriesItsOwnStatus() {
        assertThatThrownBy(() -> withdrawal(EventType.WITHDRAWAL_COMPLETED, "pending", Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> withdrawal(EventType.TRADE_COMPLETED, "completed", Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void accountNumbersNeverReachALog() {
        assertThat(savedBank(Optional.empty(), Optional.empty()).toString()).doesNotContain("0123456789");
        assertThat(meta().toString()).doesNotContain("0123456789");
        assertThat(new AccountJson("0123456789", "nuban", "OPay", "ADA OBI").toString())
                .doesNotContain("0123456789");
        assertThat(new RawJson("0123456789").toString()).doesNotContain("0123456789");
    }

    private static AssetJson asset(RateJson rate, Optional<Boolean> isActive) {
        return new AssetJson(
                ASSET,
                "SOL_USDC_JKVK",
                "USDC (Solana)",
                "USDC",
                "https://icons.example.test/usdc.png",
                "Solana",
                decimal("50"),
                decimal("10.0"),
                3,
                "SOL_ASSET",
                true,
                "https://explorer.example.test/tx/",
                rate,
                isActive);
    }

    private static TradeJson pendingTrade() {
        return new TradeJson(
                TRADE,
                Optional.empty(),
                "https://icons.example.test/usdc.png",
                Optional.empty(),
                Optional.empty(),
                "5hTx",
                "https://explorer.example.test/tx/5hTx",
                ASSET,
                "88",
                ADDRESS,
                Optional.empty(),
                WALLET,
                true,
                Optional.empty(),
                Optional.empty(),
                "0.000001",
                decimal("0"),
                false,
                "pending",
                "ngn",
                INTEGRATION,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                CREATED,
                UPDATED);
    }

    private static SavedBankJson savedBank(Optional<String> narration, Optional<String> avatar) {
        return new SavedBankJson(
                "66f0a1b2c3d4e5f607182935",
                INTEGRATION,
                INTEGRATION,
                INTEGRATION,
                "ADA OBI",
                "0123456789",
                "25",
                "OPay",
                narration,
                "ngn",
                "nuban",
                false,
                false,
                true,
                avatar,
                CREATED,
                UPDATED);
    }

    private static WithdrawalMetaJson meta() {
        return new WithdrawalMetaJson(Optional.of("25"), Optional.of("0123456789"), decimal("50"), true);
    }

    private static TradeEventJson tradePending() {
        return new TradeEventJson(
                TRADE,
                EventType.TRADE_PENDING,
                EVENT,
                UPDATED,
                1,
                "pending",
                "SOL_USDC_JKVK",
                decimal("0.5"),
                decimal("0.30"),
                Optional.empty(),
                Optional.empty(),
                decimal("59.000000"),
                decimal("59"),
                decimal("0"),
                "88",
                Optional.empty(),
                ADDRESS,
                "Partner_B-1234_cust-77",
                "5hTx",
                0,
                "",
                CREATED.toEpochMilli(),
                UPDATED.toEpochMilli(),
                0,
                Optional.empty(),
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static TradeEventJson tradeCompleted(String amountInUsd) {
        return new TradeEventJson(
                TRADE,
                EventType.TRADE_COMPLETED,
                EVENT,
                UPDATED,
                4,
                "completed",
                "SOL_USDC_JKVK",
                decimal("0.5"),
                decimal("0.30"),
                some("1605"),
                some("1"),
                decimal("59"),
                decimal(amountInUsd),
                decimal("10"),
                "88",
                Optional.of("SenderA"),
                ADDRESS,
                "Partner_B-1234_cust-77",
                "5hTx",
                3,
                "below minimum",
                CREATED.toEpochMilli(),
                UPDATED.toEpochMilli(),
                2,
                Optional.of(new TradeEventJson.BlockJson("123456", "00ab")),
                true,
                Optional.of(true),
                some("94221"),
                some("1605"),
                some("1"),
                some("946.95"));
    }

    private static WithdrawalEventJson withdrawal(EventType event, String status, Optional<String> reason) {
        return new WithdrawalEventJson(
                WITHDRAWAL,
                event,
                EVENT,
                UPDATED,
                3,
                status,
                Optional.of(TRADE),
                decimal("94221"),
                decimal("94221"),
                decimal("94171.00"),
                "ngn",
                "PO-1",
                reason,
                meta(),
                Optional.empty(),
                CREATED.toEpochMilli(),
                UPDATED.toEpochMilli());
    }

    private static void golden(String name, Object shape) {
        Golden.assertMatches(name, Json.bytes(shape));
    }

    private static BigDecimal decimal(String value) {
        return new BigDecimal(value);
    }

    private static Optional<BigDecimal> some(String value) {
        return Optional.of(decimal(value));
    }
}
