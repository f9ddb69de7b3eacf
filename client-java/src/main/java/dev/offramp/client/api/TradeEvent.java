// Generated from openapi.json by GeneratedTest; changes here are lost.
package dev.offramp.client.api;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * An event: `trade.pending`, `trade.completed`, `trade.flagged`, `trade.deleted`.
 *
 * @param id The trade's.
 * @param eventId The same on every attempt and resend.
 * @param eventTime When it happened.
 * @param sequence Counts the events of this trade.
 * @param status The last word of `event`.
 * @param asset The asset's custody code.
 * @param feePercentage The platform's fee: 0.5 is half a percent.
 * @param rate Local units for one dollar.
 * @param conversionRate 1, or dollars for one naira when it is received in dollars.
 * @param cryptoAmount In coins.
 * @param amountInUSD Above zero; a deposit whose value is unknown sends no event.
 * @param flagFeeUSD In dollars: what was taken for completing it while flagged, else 0.
 * @param vaultId The wallet's number.
 * @param destinationAddress Byte for byte the address that was generated.
 * @param destinationDescription `Partner_`, the merchant reference, `_`, the label.
 * @param confirmations How many it has so far.
 * @param note Why it is flagged, else empty.
 * @param createdAt Epoch milliseconds.
 * @param updatedAt Epoch milliseconds.
 * @param index Output or log ordinal within the transaction.
 * @param blockInfo Left out until it is in a block.
 * @param isWrongAssetDeposit `true` for an asset the address was not made for, else left out.
 * @param amountSettled Whole units of local money on their way to a bank; with the three after it left out
 * when nothing is settled.
 * @param settlementRate Local units for one dollar.
 * @param markupPercent The business's margin, in percent.
 * @param markupAmount The business's margin, in local money.
 */
public record TradeEvent(
        String id,
        String event,
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
        Optional<Block> blockInfo,
        boolean walletCredited,
        Optional<Boolean> isWrongAssetDeposit,
        Optional<BigDecimal> amountSettled,
        Optional<BigDecimal> settlementRate,
        Optional<BigDecimal> markupPercent,
        Optional<BigDecimal> markupAmount) implements Event {}
