package dev.offramp.withdrawals;

import dev.offramp.chains.Address;
import dev.offramp.chains.TxHash;
import dev.offramp.db.ObjectId;
import dev.offramp.money.Money;
import java.time.Instant;
import java.util.Optional;

/// A withdrawal as it stood at one moment: all that whoever tells a client about it needs.
///
/// @param deposit the deposit it settles
/// @param amount dollars, without the fee
/// @param fee dollars on top
/// @param coins what is sent, in the token's smallest unit
/// @param txHash once it is completed
/// @param reason why it was rejected or reversed
public record WithdrawalSnapshot(
        WithdrawalId id,
        Optional<ObjectId> deposit,
        Optional<String> externalId,
        Token token,
        TokenNetwork network,
        Address address,
        FeeLevel feeLevel,
        Money amount,
        Money fee,
        Money coins,
        WithdrawalStatus status,
        Optional<TxHash> txHash,
        Optional<String> reason,
        Instant createdAt,
        Instant updatedAt) {

    public boolean autoSettlement() {
        return deposit.isPresent();
    }

    @Override
    public String toString() {
        return "withdrawal " + id + ", " + status.code();
    }
}
