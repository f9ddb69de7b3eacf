package dev.offramp.http.bank;

import dev.offramp.http.Answer;
import dev.offramp.money.Fiat;
import dev.offramp.payouts.Bank;
import dev.offramp.wire.ChoiceField;
import dev.offramp.wire.Fields;
import dev.offramp.wire.Form;
import dev.offramp.wire.Reasons;
import dev.offramp.wire.TextField;
import dev.offramp.wire.Values;
import java.util.List;
import java.util.Optional;

/// The body that names a bank account by itself.
final class AccountForm {

    static final TextField BANK = Fields.text("id").required();

    /// Follows from the bank; who sends it must be right.
    private static final ChoiceField<Fiat> CURRENCY =
            Fields.choice("currency", Fiat.class, Fiat::code, List.of(Fiat.NGN, Fiat.GHS, Fiat.USD));

    /// To ask about an account.
    static final Form QUESTION = Form.of(BANK, AccountCheck.NUMBER.required(), CURRENCY);

    /// To keep an account.
    static final Form ADDITION = Form.of(BANK, AccountCheck.NUMBER.required(), AccountCheck.NARRATION, CURRENCY);

    private AccountForm() {}

    /// 422 when a currency was sent that is not the bank's.
    static Optional<Answer> otherCurrency(Values sent, Bank bank) {
        return sent.find(CURRENCY)
                .filter(currency -> currency != bank.currency())
                .map(currency -> Answer.invalid(Reasons.of(
                        CURRENCY.name(),
                        "currency of this bank is " + bank.currency().code())));
    }
}
