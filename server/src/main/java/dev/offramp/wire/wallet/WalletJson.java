package dev.offramp.wire.wallet;

import dev.offramp.wire.Key;
import dev.offramp.wire.Notation;
import dev.offramp.wire.trade.TradeJson;
import java.time.Instant;
import java.util.Optional;

/// A deposit address.
public record WalletJson(
        @Key(as = Notation.ID) String id,
        @Key("Byte for byte as it was generated.") String address,
        @Key("Exactly as it was sent.") String label,
        @Key(value = "The asset's id.", as = Notation.ID) String asset,
        @Key("The asset's custody code.") String identifier,

        @Key(value = "Its number; paths take it in place of the id.", as = Notation.NUMERAL)
        String vaultId,

        boolean isActive,
        @Key("Whether deposits go on to its bank.") boolean autoSettlement,

        @Key(value = "With the three after it left out while no bank is linked.", as = Notation.NUMERAL)
        Optional<String> bankId,

        Optional<String> bankName,
        Optional<String> accountNumber,
        Optional<String> accountName,
        Optional<String> narration,
        Instant createdAt,
        Instant updatedAt,

        @Key("Its newest deposit; only when one wallet is asked for, and has one.")
        Optional<TradeJson> lastTrade) {

    /// The bank account is nobody's business in a log.
    @Override
    public String toString() {
        return "WalletJson[" + id + "]";
    }
}
