package dev.offramp.wire.bank;

import java.time.Instant;
import java.util.Optional;

/// A saved bank account. Its `id` is what a withdrawal is addressed to; `bankId` is the bank's in the bank list.
public record SavedBankJson(
        String id,
        String account,
        String user,
        String integration,
        String accountName,
        String accountNumber,
        String bankId,
        String bankName,
        Optional<String> narration,
        String currency,
        String type,
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
