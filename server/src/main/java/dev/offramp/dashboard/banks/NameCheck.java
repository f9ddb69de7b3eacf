package dev.offramp.dashboard.banks;

import dev.offramp.dashboard.Uses;
import dev.offramp.dashboard.Visit;
import dev.offramp.dashboard.form.Form;
import dev.offramp.destinations.BankAccount;
import dev.offramp.payouts.Bank;
import dev.offramp.payouts.Payouts.Resolution;

/// In whose name an account is, asked of the rail: never within a transaction.
sealed interface NameCheck {

    record Named(Bank bank, BankAccount account) implements NameCheck {}

    /// @param form with what is wrong
    record Refused(Form form) implements NameCheck {}

    static NameCheck of(Visit visit, Uses uses, Form form) {
        if (!form.isValid()) {
            return new Refused(form);
        }
        Bank bank = form.get(BankForm.bank(uses.banks()));
        Resolution resolution = uses.payouts()
                .resolve(
                        visit.business().environment(), bank, form.get(BankForm.NUMBER), form.find(BankForm.NARRATION));
        return switch (resolution) {
            case Resolution.Resolved(BankAccount account) -> new Named(bank, account);
            case Resolution.NotResolved() ->
                new Refused(form.refuse(BankForm.NUMBER, "The bank knows no such account."));
            case Resolution.NoRail() ->
                new Refused(form.refuse(
                        BankForm.bank(uses.banks()),
                        "Bank payouts in " + bank.currency() + " are not available in this environment."));
        };
    }
}
