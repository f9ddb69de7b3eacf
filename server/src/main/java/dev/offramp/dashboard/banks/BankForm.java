package dev.offramp.dashboard.banks;

import dev.offramp.dashboard.form.Field;
import dev.offramp.dashboard.form.Fields;
import dev.offramp.dashboard.form.Look.Choice;
import dev.offramp.money.Fiat;
import dev.offramp.payouts.Bank;
import dev.offramp.payouts.Banks;
import java.util.List;
import java.util.stream.Stream;

/// A bank account, as people fill it in.
public final class BankForm {

    public static final Field<String> NUMBER = Fields.text("accountNumber", "Account number", 20)
            .check(text -> text.matches("[0-9]{6,20}"), "Account number must be 6 to 20 digits.")
            .required();

    public static final Field<String> NARRATION = Fields.text("narration", "Narration", 32);

    private BankForm() {}

    public static Field<Bank> bank(Banks banks) {
        List<Choice> choices = Stream.of(Fiat.NGN, Fiat.GHS)
                .flatMap(currency -> banks.in(currency).stream())
                .map(bank -> new Choice(bank.id().value(), bank.name() + " (" + bank.currency() + ")"))
                .toList();
        return Fields.choice("bank", "Bank", choices, banks::find).required();
    }

    static List<Field<?>> all(Banks banks) {
        return List.of(bank(banks), NUMBER, NARRATION);
    }
}
