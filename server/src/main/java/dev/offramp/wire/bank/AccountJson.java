package dev.offramp.wire.bank;

import dev.offramp.wire.Key;

/// Whose account it is, as its bank says.
public record AccountJson(
        String accountNumber,
        @Key("What kind of institution keeps it.") String type,
        String bankName,
        @Key("The holder, as the bank writes it.") String accountName) {

    @Override
    public String toString() {
        return "AccountJson[" + bankName + "]";
    }
}
