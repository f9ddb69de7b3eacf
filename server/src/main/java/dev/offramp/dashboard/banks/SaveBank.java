package dev.offramp.dashboard.banks;

import dev.offramp.dashboard.Access;
import dev.offramp.dashboard.Answer;
import dev.offramp.dashboard.Deed;
import dev.offramp.dashboard.Note;
import dev.offramp.dashboard.Outcome;
import dev.offramp.dashboard.Page;
import dev.offramp.dashboard.Permission;
import dev.offramp.dashboard.Route;
import dev.offramp.dashboard.Uses;
import dev.offramp.dashboard.Visit;
import dev.offramp.dashboard.form.Field;
import dev.offramp.dashboard.form.Form;
import dev.offramp.db.Transaction;
import dev.offramp.destinations.BankAccount;
import dev.offramp.payouts.Bank;
import dev.offramp.payouts.SavedBank;
import dev.offramp.payouts.SavedBanks;
import dev.offramp.trail.Action;
import dev.offramp.trail.Details;
import dev.offramp.trail.Subject;
import java.util.List;

/// Saves an account whose holder was shown. The name is asked for again: what a browser sends is no name check.
record SaveBank(Uses uses) implements Page {

    @Override
    public Route route() {
        return Route.post(Route.BUSINESS + ListBanks.PATH);
    }

    @Override
    public Access access() {
        return Access.member(Permission.MOVE_MONEY).fresh();
    }

    @Override
    public List<Field<?>> fields() {
        return BankForm.all(uses.banks());
    }

    @Override
    public Answer answer(Visit visit) {
        Form form = visit.form();
        return switch (NameCheck.of(visit, uses, form)) {
            case NameCheck.Named(Bank _, BankAccount account) -> visit.commit(tx -> save(tx, visit, form, account));
            case NameCheck.Refused(Form refused) -> FillInBank.again(visit, uses, refused);
        };
    }

    private Outcome<Answer> save(Transaction tx, Visit visit, Form form, BankAccount account) {
        return switch (uses.savedBanks().add(tx, visit.tenant(), account)) {
            case SavedBanks.Addition.Added(SavedBank saved) ->
                Outcome.done(
                        Answer.redirect(visit.here().path(ListBanks.PATH), Note.good("The account is saved.")),
                        Deed.of(Action.BANK_ADDED, Subject.Kind.BANK, saved.id())
                                .after(details(account)));
            case SavedBanks.Addition.AlreadyExists() ->
                Outcome.refused(
                        FillInBank.again(visit, uses, form.refuse(BankForm.NUMBER, "This account is saved already.")));
        };
    }

    static Details details(BankAccount account) {
        return Details.of("bank", account.bankName()).withAccount("account", account.accountNumber());
    }
}
