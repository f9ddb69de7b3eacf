package dev.offramp.wire.trade;

import dev.offramp.wire.Key;
import dev.offramp.wire.Notation;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/// A deposit.
public record TradeJson(
        @Key(as = Notation.ID) String id,

        @Key("What was credited, in `currency`, after the fee.")
        Optional<BigDecimal> amount,

        @Key(value = "The asset's icon.", as = Notation.URL) String avatar,
        @Key("Local units for one dollar.") Optional<BigDecimal> rate,

        @Key("Why it is flagged or deleted, or what resolved it.")
        Optional<String> reason,

        String txHash,
        @Key("Where the transaction can be looked at.") String txLink,
        @Key(value = "The asset's id.", as = Notation.ID) String asset,

        @Key(value = "The wallet's number.", as = Notation.NUMERAL)
        String vaultId,

        @Key("Where it was sent to.") String address,
        @Key("Where it came from, where that is known.") Optional<String> sourceAddress,
        @Key(value = "The wallet's id.", as = Notation.ID) String wallet,
        boolean passAMLCheck,

        @Key("From `currency` to what was credited: 1, or dollars for one naira.")
        Optional<BigDecimal> conversionRate,

        @Key("Its value in dollars.") Optional<BigDecimal> amountReceived,
        @Key(value = "In coins.", as = Notation.DECIMAL) String cryptoReceived,

        @Key("In dollars: what was taken for completing it while flagged, else 0.")
        BigDecimal flagFeeUSD,

        boolean walletCredited,

        @Key(oneOf = {"pending", "flagged", "completed", "deleted"})
        String status,

        @Key(as = Notation.CURRENCY) String currency,
        @Key(as = Notation.ID) String integration,
        @Key("The platform's fee, in `currency`.") Optional<BigDecimal> feeAmount,

        @Key("Whole units of local money on their way to a bank; with the three after it left out when nothing was"
                + " settled.")
        Optional<BigDecimal> amountSettled,

        @Key("Local units for one dollar.") Optional<BigDecimal> settlementRate,
        @Key("The business's margin, in percent.") Optional<BigDecimal> markupPercent,

        @Key("The business's margin, in `currency`; on its balance, not in `amount`.")
        Optional<BigDecimal> markupAmount,

        Instant createdAt,
        Instant updatedAt) {}
