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
import dev.offramp.dashboard.form.Fields;
import dev.offramp.db.Transaction;
import dev.offramp.destinations.FlagChange;
import dev.offramp.trail.Action;
import dev.offramp.trail.Details;
import dev.offramp.trail.Subject;
import dev.offramp.wallets.Wallet;
import java.util.List;

/// Switches on or off whether deposits to an address are paid on to its bank.
record SetAutoSettlement(Uses uses, AddressReader reader) implements Page {

    private static final Field<Boolean> ON = Fields.flag("on", "Automatic settlement");

    @Override
    public Route route() {
        return Route.post(Route.BUSINESS + ShowAddress.PATH + "/auto-settlement");
    }

    @Override
    public Access access() {
        return Access.member(Permission.MANAGE_ADDRESSES).fresh();
    }

    @Override
    public List<Field<?>> fields() {
        return List.of(ON);
    }

    @Override
    public Answer answer(Visit visit) {
        boolean isOn = visit.form().is(ON);
        return visit.commit(tx -> reader.find(tx, visit)
                .map(wallet -> set(tx, visit, wallet, isOn))
                .orElseGet(() -> Outcome.refused(Answer.missing())));
    }

    private Outcome<Answer> set(Transaction tx, Visit visit, Wallet wallet, boolean isOn) {
        String path = visit.here().path(ListAddresses.PATH + "/" + wallet.id());
        return switch (uses.destinations().setAutoSettlement(tx, wallet.id(), isOn)) {
            case FlagChange.Set _ ->
                Outcome.done(
                        Answer.redirect(
                                path,
                                Note.good(
                                        isOn
                                                ? "From the next credited deposit on, money is paid to the bank."
                                                : "From the next credited deposit on, money stays in the balance.")),
                        Deed.of(Action.ADDRESS_SETTLEMENT_CHANGED, Subject.Kind.ADDRESS, wallet.id())
                                .before(Details.of("automatic settlement", isOn ? "off" : "on"))
                                .after(Details.of("automatic settlement", isOn ? "on" : "off")));
            case FlagChange.NoBank _ ->
                Outcome.refused(Answer.redirect(path, Note.bad("Link a bank first: there is none to pay to.")));
        };
    }
}
