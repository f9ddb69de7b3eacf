package dev.offramp.wire.withdrawal;

import dev.offramp.wire.Key;
import dev.offramp.wire.Notation;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/// Money on its way out.
public record WithdrawalJson(
        @Key(as = Notation.ID) String id,
        @Key("The client's own name for it.") Optional<String> externalId,

        @Key(oneOf = {"pending", "processing", "completed", "rejected", "reversed"})
        String status,

        @Key("In `currency`, as it was debited; of stablecoins without the fee.")
        BigDecimal amount,

        @Key("As `amount`.") BigDecimal originalAmount,
        @Key("What arrives, in `currency`.") BigDecimal payoutAmount,
        @Key("In `currency`.") BigDecimal fee,

        @Key(value = "Of the bank account; `usd` for stablecoins.", as = Notation.CURRENCY)
        String currency,

        @Key("Stablecoins only: in coins.") Optional<BigDecimal> cryptoAmount,
        @Key("Stablecoins only, once they are sent.") Optional<String> txHash,
        @Key("Why it was rejected or reversed.") Optional<String> reason,

        @Key(value = "The deposit that was settled by it.", as = Notation.ID)
        Optional<String> trade,

        @Key("Its own.") String reference,
        WithdrawalMetaJson meta,
        Instant createdAt,
        Instant updatedAt) {}
