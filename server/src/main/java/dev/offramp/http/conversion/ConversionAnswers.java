package dev.offramp.http.conversion;

import dev.offramp.conversions.ConversionOutcome;
import dev.offramp.http.Answer;
import dev.offramp.money.Fiat;
import dev.offramp.money.Money;
import dev.offramp.wire.Message;
import dev.offramp.wire.Refusal;
import dev.offramp.wire.account.ConvertedJson;
import dev.offramp.withdrawals.WithdrawalId;
import java.util.Optional;

/// What both directions answer.
final class ConversionAnswers {

    private ConversionAnswers() {}

    static Answer converted(Money bought, Fiat currency, Optional<WithdrawalId> sent) {
        ConvertedJson json =
                new ConvertedJson(bought.decimal(Fiat.SCALE), currency.code(), sent.map(WithdrawalId::toString));
        return Answer.success(Message.CONVERTED, json);
    }

    static Answer of(ConversionOutcome outcome, Fiat currency) {
        return switch (outcome) {
            case ConversionOutcome.Converted(Money bought) -> converted(bought, currency, Optional.empty());
            case ConversionOutcome.RateUnavailable() -> Answer.refusal(Refusal.RATE_UNAVAILABLE);
            case ConversionOutcome.TooLittle() -> Answer.refusal(Refusal.AMOUNT_CONVERTS_TO_NOTHING);
            case ConversionOutcome.InsufficientFunds() -> Answer.refusal(Refusal.BALANCE_INSUFFICIENT);
        };
    }
}
