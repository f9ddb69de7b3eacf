package dev.offramp.payouts;

import dev.offramp.db.ObjectId;
import dev.offramp.destinations.BankAccount;
import dev.offramp.money.Fiat;
import dev.offramp.money.Money;
import java.time.Instant;
import java.util.Optional;

/// A payout as it stood at one moment: all that whoever tells a client about it needs.
///
/// @param deposit the deposit it settles; empty for a withdrawal
/// @param savedBank where a withdrawal goes; empty for a settlement
/// @param amount what the balance is charged
/// @param fee the part of `amount` the platform keeps
/// @param reason why it was rejected or reversed
public record PayoutSnapshot(
        PayoutId id,
        Optional<ObjectId> deposit,
        Optional<SavedBankId> savedBank,
        Optional<String> externalId,
        Money amount,
        Money fee,
        BankAccount account,
        PayoutReference reference,
        PayoutStatus status,
        Optional<String> reason,
        Instant createdAt,
        Instant updatedAt) {

    public Fiat currency() {
        return account.currency();
    }

    /// What the account receives.
    public Money payoutAmount() {
        return amount.minus(fee);
    }

    public boolean autoSettlement() {
        return deposit.isPresent();
    }

    @Override
    public String toString() {
        return "payout " + id + ", " + status.code();
    }
}
