package dev.offramp.wire.webhook;

import dev.offramp.wire.Key;
import dev.offramp.wire.Notation;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/// `trade.pending`, `trade.completed`, `trade.flagged` and `trade.deleted`: one shape.
public record TradeEventJson(
        @Key(value = "The trade's.", as = Notation.ID) String id,
        EventType event,
        @Key("The same on every attempt and resend.") String eventId,
        @Key("When it happened.") Instant eventTime,
        @Key("Counts the events of this trade.") int sequence,
        @Key("The last word of `event`.") String status,
        @Key("The asset's custody code.") String asset,
        @Key("The platform's fee: 0.5 is half a percent.") BigDecimal feePercentage,
        BigDecimal feeAmountInUsd,
        @Key("Local units for one dollar.") Optional<BigDecimal> rate,

        @Key("1, or dollars for one naira when it is received in dollars.")
        Optional<BigDecimal> conversionRate,

        @Key("In coins.") BigDecimal cryptoAmount,

        @Key("Above zero; a deposit whose value is unknown sends no event.")
        BigDecimal amountInUSD,

        @Key("In dollars: what was taken for completing it while flagged, else 0.")
        BigDecimal flagFeeUSD,

        @Key(value = "The wallet's number.", as = Notation.NUMERAL)
        String vaultId,

        Optional<String> senderAddress,

        @Key("Byte for byte the address that was generated.")
        String destinationAddress,

        @Key("`Partner_`, the merchant reference, `_`, the label.")
        String destinationDescription,

        String txHash,
        @Key("How many it has so far.") int confirmations,
        @Key("Why it is flagged, else empty.") String note,
        @Key(as = Notation.EPOCH_MILLIS) long createdAt,
        @Key(as = Notation.EPOCH_MILLIS) long updatedAt,

        @Key("Output or log ordinal within the transaction.")
        int index,

        @Key("Left out until it is in a block.") Optional<BlockJson> blockInfo,
        boolean walletCredited,

        @Key("`true` for an asset the address was not made for, else left out.")
        Optional<Boolean> isWrongAssetDeposit,

        @Key("Whole units of local money on their way to a bank; with the three after it left out when nothing is"
                + " settled.")
        Optional<BigDecimal> amountSettled,

        @Key("Local units for one dollar.") Optional<BigDecimal> settlementRate,
        @Key("The business's margin, in percent.") Optional<BigDecimal> markupPercent,
        @Key("The business's margin, in local money.") Optional<BigDecimal> markupAmount) {

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
