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
import dev.offramp.payouts.SavedBank;
import dev.offramp.payouts.SavedBankId;
import dev.offramp.trail.Action;
import dev.offramp.trail.Subject;

/// Forgets an account; withdrawals to it that are under way go on.
record RemoveBank(Uses uses) implements Page {

    @Override
    public Route route() {
        return Route.post(Route.BUSINESS + ListBanks.PATH + "/{bank}/remove");
    }

    @Override
    public Access access() {
        return Access.member(Permission.MOVE_MONEY);
    }

    @Override
    public Answer answer(Visit visit) {
        return visit.commit(tx -> visit.id("bank")
                .flatMap(id -> uses.savedBanks().find(tx, visit.tenant(), new SavedBankId(id)))
                .map(saved -> remove(tx, visit, saved))
                .orElseGet(() -> Outcome.refused(Answer.missing())));
    }

    private Outcome<Answer> remove(Transaction tx, Visit visit, SavedBank saved) {
        uses.savedBanks().delete(tx, visit.tenant(), saved.id());
        return Outcome.done(
                Answer.redirect(visit.here().path(ListBanks.PATH), Note.good("The account is forgotten.")),
                Deed.of(Action.BANK_REMOVED, Subject.Kind.BANK, saved.id()).before(SaveBank.details(saved.account())));
    }
}
