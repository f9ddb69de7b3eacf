// Generated from openapi.json by GeneratedTest; changes here are lost.
package dev.offramp.client.api;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * As the API answers it: Trade.
 *
 * @param amount What was credited, in `currency`, after the fee.
 * @param avatar The asset's icon.
 * @param rate Local units for one dollar.
 * @param reason Why it is flagged or deleted, or what resolved it.
 * @param txLink Where the transaction can be looked at.
 * @param asset The asset's id.
 * @param vaultId The wallet's number.
 * @param address Where it was sent to.
 * @param sourceAddress Where it came from, where that is known.
 * @param wallet The wallet's id.
 * @param conversionRate From `currency` to what was credited: 1, or dollars for one naira.
 * @param amountReceived Its value in dollars.
 * @param cryptoReceived In coins.
 * @param flagFeeUSD In dollars: what was taken for completing it while flagged, else 0.
 * @param feeAmount The platform's fee, in `currency`.
 * @param amountSettled Whole units of local money on their way to a bank; with the three after it left out
 * when nothing was settled.
 * @param settlementRate Local units for one dollar.
 * @param markupPercent The business's margin, in percent.
 * @param markupAmount The business's margin, in `currency`; on its balance, not in `amount`.
 */
public record Trade(
        String id,
        Optional<BigDecimal> amount,
        String avatar,
        Optional<BigDecimal> rate,
        Optional<String> reason,
        String txHash,
        String txLink,
        String asset,
        String vaultId,
        String address,
        Optional<String> sourceAddress,
        String wallet,
        boolean passAMLCheck,
        Optional<BigDecimal> conversionRate,
        Optional<BigDecimal> amountReceived,
        BigDecimal cryptoReceived,
        BigDecimal flagFeeUSD,
        boolean walletCredited,
        String status,
        String currency,
        String integration,
        Optional<BigDecimal> feeAmount,
        Optional<BigDecimal> amountSettled,
        Optional<BigDecimal> settlementRate,
        Optional<BigDecimal> markupPercent,
        Optional<BigDecimal> markupAmount,
        Instant createdAt,
        Instant updatedAt) {}
