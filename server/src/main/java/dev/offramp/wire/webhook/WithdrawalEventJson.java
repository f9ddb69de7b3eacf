package dev.offramp.wire.webhook;

import dev.offramp.wire.Key;
import dev.offramp.wire.Notation;
import dev.offramp.wire.withdrawal.WithdrawalMetaJson;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/// `withdrawal.pending` to `withdrawal.rejected`: one shape.
public record WithdrawalEventJson(
        @Key(value = "The withdrawal's.", as = Notation.ID) String id,
        EventType event,
        @Key("The same on every attempt and resend.") String eventId,
        @Key("When it happened.") Instant eventTime,
        @Key("Counts the events of this withdrawal.") int sequence,
        @Key("The last word of `event`.") String status,

        @Key(value = "The deposit that was settled by it.", as = Notation.ID)
        Optional<String> trade,

        @Key("In `currency`, as it was debited; of stablecoins without the fee.")
        BigDecimal amount,

        @Key("As `amount`.") BigDecimal originalAmount,
        @Key("What arrives, in `currency`.") BigDecimal payoutAmount,

        @Key(value = "Of the bank account; `usd` for stablecoins.", as = Notation.CURRENCY)
        String currency,

        @Key("The withdrawal's own.") String reference,
        @Key("Why it was rejected or reversed.") Optional<String> reason,
        WithdrawalMetaJson meta,
        @Key("Stablecoins only, once they are sent.") Optional<String> txHash,
        @Key(as = Notation.EPOCH_MILLIS) long createdAt,
        @Key(as = Notation.EPOCH_MILLIS) long updatedAt) {

    public WithdrawalEventJson {
        if (!event.isAbout("withdrawal") || !event.status().equals(status)) {
            throw new IllegalArgumentException(event + " does not go with " + status);
        }
    }
}
