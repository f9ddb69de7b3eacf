package dev.offramp.http.conversion;

import dev.offramp.conversions.ConversionOutcome;
import dev.offramp.http.Answer;
import dev.offramp.money.Fiat;
import dev.offramp.money.Money;
import dev.offramp.wire.Message;
import dev.offramp.wire.Refusal;
import dev.offramp.wire.account.ConvertedJson;

/// What both directions answer.
final class ConversionAnswers {

    private ConversionAnswers() {}

    static Answer of(ConversionOutcome outcome, Fiat currency) {
        return switch (outcome) {
            case ConversionOutcome.Converted(Money bought) ->
                Answer.success(Message.CONVERTED, new ConvertedJson(bought.decimal(Fiat.SCALE), currency.code()));
            case ConversionOutcome.RateUnavailable() -> Answer.refusal(Refusal.RATE_UNAVAILABLE);
            case ConversionOutcome.TooLittle() -> Answer.refusal(Refusal.AMOUNT_CONVERTS_TO_NOTHING);
            case ConversionOutcome.InsufficientFunds() -> Answer.refusal(Refusal.BALANCE_INSUFFICIENT);
        };
    }
}
