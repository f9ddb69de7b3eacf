package dev.offramp.wire.webhook;

import dev.offramp.deposits.DepositSnapshot;
import dev.offramp.deposits.FlagReason;
import dev.offramp.money.Fiat;
import java.math.BigDecimal;
import java.util.Optional;

/// `trade.pending` to `trade.deleted`, rendered from the deposit as it was.
final class TradeEvents {

    private TradeEvents() {}

    static TradeEventJson render(Occasion occasion, DepositSnapshot deposit) {
        EventType event = occasion.event();
        Optional<BigDecimal> settled = settled(occasion, deposit);
        return new TradeEventJson(
                deposit.id().toString(),
                event,
                occasion.eventId(),
                occasion.fact().at(),
                occasion.fact().sequence(),
                event.status(),
                deposit.asset().value(),
                deposit.feePercentage(),
                deposit.feeUsd(),
                Optional.of(deposit.rate()),
                Optional.of(deposit.conversionRate()),
                deposit.cryptoAmount(),
                deposit.amountUsd(),
                deposit.flagFeeUsd(),
                String.valueOf(deposit.vaultId()),
                deposit.sender(),
                deposit.address(),
                "Partner_" + deposit.merchantReference() + "_" + deposit.label(),
                deposit.txHash(),
                deposit.confirmations(),
                note(event, deposit),
                deposit.createdAt().toEpochMilli(),
                deposit.updatedAt().toEpochMilli(),
                deposit.index(),
                block(deposit),
                event == EventType.TRADE_COMPLETED,
                deposit.isWrongAsset() ? Optional.of(true) : Optional.empty(),
                settled,
                settled.map(_ -> deposit.rate()),
                settled.map(_ -> deposit.markupPercentage()),
                settled.map(_ -> deposit.markup()));
    }

    private static String note(EventType event, DepositSnapshot deposit) {
        return event == EventType.TRADE_FLAGGED
                ? deposit.flagReason().map(FlagReason::text).orElse("")
                : "";
    }

    private static Optional<TradeEventJson.BlockJson> block(DepositSnapshot deposit) {
        return deposit.blockHeight()
                .flatMap(height ->
                        deposit.blockHash().map(hash -> new TradeEventJson.BlockJson(String.valueOf(height), hash)));
    }

    /// What will be withdrawn for it; empty when it goes nowhere, or is too small or large to.
    private static Optional<BigDecimal> settled(Occasion occasion, DepositSnapshot deposit) {
        return occasion.event() == EventType.TRADE_COMPLETED
                ? Optional.ofNullable(occasion.settled().get(deposit.id())).map(money -> money.decimal(Fiat.SCALE))
                : Optional.empty();
    }
}
