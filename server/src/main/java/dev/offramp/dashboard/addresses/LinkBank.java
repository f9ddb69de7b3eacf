package dev.offramp.dashboard.addresses;

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
import dev.offramp.destinations.LinkedBank;
import dev.offramp.trail.Action;
import dev.offramp.trail.Details;
import dev.offramp.trail.Subject;
import dev.offramp.wallets.Wallet;
import java.util.List;
import java.util.Optional;

/// Links a bank to an address, in place of the one before. It counts from the next credited deposit.
record LinkBank(Uses uses, AddressReader reader, AddressForm fillIn) implements Page {

    @Override
    public Route route() {
        return Route.post(Route.BUSINESS + ShowAddress.PATH + "/bank");
    }

    @Override
    public Access access() {
        return Access.member(Permission.MANAGE_ADDRESSES).fresh();
    }

    @Override
    public List<Field<?>> fields() {
        return fillIn.forBank();
    }

    @Override
    public Answer answer(Visit visit) {
        if (visit.view(tx -> reader.find(tx, visit)).isEmpty()) {
            return Answer.missing();
        }
        Form form = visit.form();
        if (!form.isValid()) {
            return invalid(visit, form);
        }
        return switch (fillIn.name(uses.payouts(), visit.business().environment(), form)) {
            case AddressForm.Named.Refused(Form refused) -> invalid(visit, refused);
            case AddressForm.Named.Nothing _ -> invalid(visit, form.refuse(fillIn.bank(), "Bank is required."));
            case AddressForm.Named.Account(BankAccount account) ->
                visit.commit(tx -> link(tx, visit, account, form.is(AddressForm.SETTLING)));
        };
    }

    private Outcome<Answer> link(Transaction tx, Visit visit, BankAccount account, boolean isSettling) {
        Optional<Wallet> found = reader.find(tx, visit);
        if (found.isEmpty()) {
            return Outcome.refused(Answer.missing());
        }
        Wallet wallet = found.get();
        Optional<LinkedBank> before = Optional.ofNullable(
                uses.destinations().of(tx, List.of(wallet.id())).get(wallet.id()));
        uses.destinations().link(tx, wallet.id(), account, Optional.of(isSettling));
        Deed deed = Deed.of(Action.ADDRESS_BANK_LINKED, Subject.Kind.ADDRESS, wallet.id())
                .before(before.map(linked -> details(linked.bank(), linked.autoSettlement()))
                        .orElse(Details.NONE))
                .after(details(account, isSettling));
        return Outcome.done(
                Answer.redirect(
                        visit.here().path(ListAddresses.PATH + "/" + wallet.id()),
                        Note.good("The bank is linked. It counts from the next deposit that is credited.")),
                deed);
    }

    private static Details details(BankAccount account, boolean isSettling) {
        return Details.of("bank", account.bankName())
                .withAccount("account", account.accountNumber())
                .with("automatic settlement", isSettling ? "on" : "off");
    }

    private Answer invalid(Visit visit, Form form) {
        return reader.read(visit, fillIn, form)
                .map(view -> Answer.invalid(
                        ShowAddress.TITLE, out -> JteshowGenerated.render(out, null, visit.here(), view)))
                .orElseGet(Answer::missing);
    }
}
