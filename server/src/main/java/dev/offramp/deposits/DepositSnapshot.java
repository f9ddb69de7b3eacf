package dev.offramp.deposits;

import dev.offramp.assets.Network;
import dev.offramp.destinations.BankAccount;
import dev.offramp.destinations.Destination;
import dev.offramp.money.AssetCode;
import dev.offramp.money.Fiat;
import dev.offramp.money.Rounding;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/// A deposit as it was when a fact about it was written: all that an event, a settlement or a report needs. Money is in
/// whole coins and whole currency units.
///
/// @param label the wallet's label as the integrator gave it
/// @param amount net, in `currency`; what the terms at that moment make of it, booked only when completed
/// @param amountUsd gross dollar value
/// @param rate local units per dollar
/// @param flagFeeUsd what was really taken, else zero
/// @param settleTo the bank account the amount goes to by itself; on completed deposits alone. One that was
///     corrected before stays in the balance: it may have been paid out already, and is settled once
/// @param settleToAddress the same for an address; a deposit has one of the two at most
public record DepositSnapshot(
        DepositId id,
        String wallet,
        long vaultId,
        String label,
        String merchantReference,
        AssetCode asset,
        Network network,
        boolean isWrongAsset,
        Optional<String> sender,
        String address,
        String txHash,
        int index,
        int confirmations,
        Optional<Long> blockHeight,
        Optional<String> blockHash,
        BigDecimal cryptoAmount,
        BigDecimal amountUsd,
        Fiat currency,
        BigDecimal amount,
        BigDecimal fee,
        BigDecimal feeUsd,
        BigDecimal feePercentage,
        BigDecimal rate,
        BigDecimal conversionRate,
        BigDecimal markupPercentage,
        BigDecimal markup,
        BigDecimal flagFeeUsd,
        Optional<FlagReason> flagReason,
        Optional<String> reason,
        Optional<BankAccount> settleTo,
        Optional<Destination.CoinAddress> settleToAddress,
        Instant createdAt,
        Instant updatedAt) {

    /// What the coins were worth in `currency` by price and rate: the amount before all fees.
    public BigDecimal gross() {
        BigDecimal exact = currency == Fiat.USD ? amountUsd : amountUsd.multiply(rate);
        return currency.money(exact, Rounding.DOWN).decimal(Fiat.SCALE);
    }

    /// What completing a flagged deposit cost, in `currency`.
    public BigDecimal flagFee() {
        return gross().subtract(fee).subtract(amount);
    }
}
