package dev.offramp.withdrawals;

import dev.offramp.assets.Token;
import dev.offramp.assets.TokenNetwork;
import dev.offramp.chains.Address;
import dev.offramp.chains.TxHash;
import dev.offramp.db.ObjectId;
import dev.offramp.money.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/// A withdrawal as it stood at one moment: all that whoever tells a client about it needs.
///
/// @param deposit the deposit it settles
/// @param amount dollars, without the fee
/// @param fee dollars on top
/// @param coins what is sent, in the token's smallest unit
/// @param decimals those of the coins' smallest unit
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
        int decimals,
        WithdrawalStatus status,
        Optional<TxHash> txHash,
        Optional<String> reason,
        Instant createdAt,
        Instant updatedAt) {

    /// What is sent, in whole coins.
    public BigDecimal wholeCoins() {
        return coins.decimal(decimals);
    }

    /// The withdrawal's own name beside its id; receivers keep the two apart.
    public String reference() {
        return "wd" + id;
    }

    /// As it stood when it was placed.
    public WithdrawalSnapshot asPlaced() {
        return new WithdrawalSnapshot(
                id,
                deposit,
                externalId,
                token,
                network,
                address,
                feeLevel,
                amount,
                fee,
                coins,
                decimals,
                WithdrawalStatus.PENDING,
                Optional.empty(),
                Optional.empty(),
                createdAt,
                createdAt);
    }

    public boolean autoSettlement() {
        return deposit.isPresent();
    }

    @Override
    public String toString() {
        return "withdrawal " + id + ", " + status.code();
    }
}
