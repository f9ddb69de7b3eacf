package dev.offramp.http.withdrawal;

import dev.offramp.assets.TokenNetwork;
import dev.offramp.http.Answer;
import dev.offramp.money.Fiat;
import dev.offramp.money.Money;
import dev.offramp.wire.Decimals;
import dev.offramp.wire.Refusal;
import dev.offramp.withdrawals.Placement;
import dev.offramp.withdrawals.WithdrawalLimits;

/// How the wire says that coins are not sent.
public final class CoinRefusals {

    private CoinRefusals() {}

    /// @throws IllegalArgumentException when that is no refusal, or one that only an unchecked address gets
    public static Answer of(Placement placement, TokenNetwork network) {
        return switch (placement) {
            case Placement.NoSender _ -> unavailable(network);
            case Placement.NoRate _ -> Answer.refusal(Refusal.RATE_UNAVAILABLE);
            case Placement.OutsideLimits(Money minimum, Money maximum) ->
                outside(new WithdrawalLimits(minimum, maximum));
            case Placement.Duplicate _ -> Answer.refusal(Refusal.WITHDRAWAL_DUPLICATE);
            case Placement.InsufficientFunds _ -> Answer.refusal(Refusal.BALANCE_INSUFFICIENT);
            case Placement.Placed _, Placement.AlreadyPlaced _, Placement.NoSuchCoin _, Placement.UnusableAddress _ ->
                throw new IllegalArgumentException(placement.toString());
        };
    }

    public static Answer unavailable(TokenNetwork network) {
        return Answer.refusal(Refusal.WITHDRAWALS_UNAVAILABLE, network);
    }

    public static Answer outside(WithdrawalLimits limits) {
        return Answer.refusal(Refusal.AMOUNT_OUTSIDE_LIMITS, plain(limits.minimum()), plain(limits.maximum()));
    }

    private static String plain(Money money) {
        return Decimals.plain(money.decimal(Fiat.SCALE));
    }
}
