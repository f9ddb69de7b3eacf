package dev.offramp.wire.webhook;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/// `trade.pending`, `trade.completed`, `trade.flagged` and `trade.deleted`: one shape.
///
/// @param event with `status` its last word
/// @param asset the asset's code
/// @param amountInUSD above zero; a deposit whose value is unknown sends no event
/// @param flagFeeUSD what was really taken for completing a flagged deposit, else 0
/// @param destinationAddress byte for byte the address that was generated
/// @param destinationDescription `Partner_`, the merchant reference, the label
/// @param note why it is flagged, else empty
/// @param createdAt epoch milliseconds, as `updatedAt`
/// @param index output or log ordinal within the transaction
/// @param isWrongAssetDeposit true for an asset the address was not made for, else left out
/// @param amountSettled whole units on their way to a bank; with the three after it left out when nothing is settled
public record TradeEventJson(
        String id,
        EventType event,
        String eventId,
        Instant eventTime,
        int sequence,
        String status,
        String asset,
        BigDecimal feePercentage,
        BigDecimal feeAmountInUsd,
        Optional<BigDecimal> rate,
        Optional<BigDecimal> conversionRate,
        BigDecimal cryptoAmount,
        BigDecimal amountInUSD,
        BigDecimal flagFeeUSD,
        String vaultId,
        Optional<String> senderAddress,
        String destinationAddress,
        String destinationDescription,
        String txHash,
        int confirmations,
        String note,
        long createdAt,
        long updatedAt,
        int index,
        Optional<BlockJson> blockInfo,
        boolean walletCredited,
        Optional<Boolean> isWrongAssetDeposit,
        Optional<BigDecimal> amountSettled,
        Optional<BigDecimal> settlementRate,
        Optional<BigDecimal> markupPercent,
        Optional<BigDecimal> markupAmount) {

    public TradeEventJson {
        if (!event.isAbout("trade") || !event.status().equals(status)) {
            throw new IllegalArgumentException(event + " does not go with " + status);
        }
        if (amountInUSD.signum() <= 0) {
            throw new IllegalArgumentException("an event states a value above zero: " + id);
        }
    }

    /// Where the transaction lies.
    public record BlockJson(String blockHeight, String blockHash) {}
}
