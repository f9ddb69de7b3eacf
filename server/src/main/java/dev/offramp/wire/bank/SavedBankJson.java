package dev.offramp.wire.bank;

import dev.offramp.wire.Key;
import dev.offramp.wire.Notation;
import java.time.Instant;
import java.util.Optional;

/// A saved bank account.
public record SavedBankJson(
        @Key(value = "What a withdrawal is addressed to.", as = Notation.ID)
        String id,

        String account,
        @Key(as = Notation.ID) String user,
        @Key(as = Notation.ID) String integration,
        @Key("The holder, as the bank writes it.") String accountName,
        String accountNumber,

        @Key(value = "The bank's id in the bank list.", as = Notation.NUMERAL)
        String bankId,

        String bankName,

        @Key("What withdrawals say when they say nothing themselves.")
        Optional<String> narration,

        @Key(as = Notation.CURRENCY) String currency,
        @Key("What kind of institution keeps it.") String type,
        boolean autoSettlement,
        boolean disabled,
        boolean isBusiness,
        Optional<String> avatar,
        Instant createdAt,
        Instant updatedAt) {

    @Override
    public String toString() {
        return "SavedBankJson[" + id + "]";
    }
}
