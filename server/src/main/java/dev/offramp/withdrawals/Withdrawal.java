package dev.offramp.withdrawals;

import dev.offramp.assets.Token;
import dev.offramp.assets.TokenNetwork;
import dev.offramp.chains.Address;
import dev.offramp.chains.Payment;
import dev.offramp.chains.TxHash;
import dev.offramp.facts.NewFact;
import dev.offramp.money.Money;
import dev.offramp.tenancy.Tenant;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/// Coins on their way out.
///
/// @param amount dollars, without the fee
/// @param fee dollars on top
/// @param coins what is sent
/// @param decimals those of the coins' smallest unit
/// @param askedCoins as the client asked for them; empty when it asked for dollars
/// @param sequence how many facts were written about it
record Withdrawal(
        WithdrawalId id,
        Tenant tenant,
        WithdrawalOrigin origin,
        Token token,
        TokenNetwork network,
        Address address,
        FeeLevel feeLevel,
        Optional<BigDecimal> askedCoins,
        Money amount,
        Money fee,
        Money coins,
        int decimals,
        WithdrawalState state,
        int sequence,
        Instant createdAt,
        Instant updatedAt) {

    /// This withdrawal in its next state; a change that clients are told of counts as a fact.
    Withdrawal in(WithdrawalState next, Instant now) {
        int facts = next.status() == state.status() ? sequence : sequence + 1;
        return new Withdrawal(
                id,
                tenant,
                origin,
                token,
                network,
                address,
                feeLevel,
                askedCoins,
                amount,
                fee,
                coins,
                decimals,
                next,
                facts,
                createdAt,
                now);
    }

    /// What the balance is charged.
    Money total() {
        return amount.plus(fee);
    }

    Payment payment(Coin coin) {
        return new Payment(Optional.of(coin.contract()), address, coins.units());
    }

    WithdrawalSnapshot snapshot() {
        return new WithdrawalSnapshot(
                id,
                origin.settledDeposit(),
                origin.clientReference(),
                token,
                network,
                address,
                feeLevel,
                amount,
                fee,
                coins,
                decimals,
                state.status(),
                txHash(),
                reason(),
                createdAt,
                updatedAt);
    }

    Optional<TxHash> txHash() {
        return state instanceof WithdrawalState.Completed(TxHash hash) ? Optional.of(hash) : Optional.empty();
    }

    /// Why it was rejected or reversed.
    Optional<String> reason() {
        return switch (state) {
            case WithdrawalState.Rejected(String reason) -> Optional.of(reason);
            case WithdrawalState.Reversed(String reason) -> Optional.of(reason);
            case WithdrawalState.Placed _,
                    WithdrawalState.Numbered _,
                    WithdrawalState.Signed _,
                    WithdrawalState.Sent _,
                    WithdrawalState.Completed _ -> Optional.empty();
        };
    }

    /// The fact that it has come to stand as it does.
    NewFact fact() {
        return new NewFact(tenant, id.value(), sequence, updatedAt, WithdrawalFact.of(snapshot()));
    }

    @Override
    public String toString() {
        return "withdrawal " + id + " is " + state.getClass().getSimpleName();
    }
}
