package dev.offramp.wire.trade;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/// A deposit.
///
/// @param amount what was credited, in `currency`, after the fee
/// @param rate local units for one dollar
/// @param reason why it is flagged, or what resolved it
/// @param amountReceived its value in dollars
/// @param cryptoReceived coins, as text
/// @param amountSettled whole units of local money on their way to a bank; with the three after it left out when
///     nothing was settled
public record TradeJson(
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
        String cryptoReceived,
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
