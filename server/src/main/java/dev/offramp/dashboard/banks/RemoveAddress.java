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
import dev.offramp.db.Transaction;
import dev.offramp.trail.Action;
import dev.offramp.trail.Subject;
import dev.offramp.withdrawals.SavedAddress;
import dev.offramp.withdrawals.SavedAddressId;

/// Forgets an address; withdrawals to it that are under way go on.
record RemoveAddress(Uses uses) implements Page {

    @Override
    public Route route() {
        return Route.post(Route.BUSINESS + ListSavedAddresses.PATH + "/{address}/remove");
    }

    @Override
    public Access access() {
        return Access.member(Permission.MOVE_MONEY);
    }

    @Override
    public Answer answer(Visit visit) {
        return visit.commit(tx -> visit.id("address")
                .flatMap(id -> uses.savedAddresses().find(tx, visit.tenant(), new SavedAddressId(id)))
                .map(saved -> remove(tx, visit, saved))
                .orElseGet(() -> Outcome.refused(Answer.missing())));
    }

    private Outcome<Answer> remove(Transaction tx, Visit visit, SavedAddress saved) {
        uses.savedAddresses().delete(tx, visit.tenant(), saved.id());
        return Outcome.done(
                Answer.redirect(visit.here().path(ListSavedAddresses.PATH), Note.good("The address is forgotten.")),
                Deed.of(Action.SAVED_ADDRESS_REMOVED, Subject.Kind.SAVED_ADDRESS, saved.id())
                        .before(SaveAddress.details(saved)));
    }
}
