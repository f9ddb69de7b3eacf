package dev.offramp.dashboard.outflows;

import dev.offramp.dashboard.Access;
import dev.offramp.dashboard.Answer;
import dev.offramp.dashboard.Note;
import dev.offramp.dashboard.Outcome;
import dev.offramp.dashboard.Page;
import dev.offramp.dashboard.Permission;
import dev.offramp.dashboard.Route;
import dev.offramp.dashboard.Uses;
import dev.offramp.dashboard.Visit;

/// Throws a draft away.
record Discard(Uses uses, MoneyForm form) implements Page {

    @Override
    public Route route() {
        return Route.post(Route.BUSINESS + form.path() + "/{draft}/discard");
    }

    @Override
    public Access access() {
        return Access.member(Permission.MOVE_MONEY);
    }

    @Override
    public Answer answer(Visit visit) {
        boolean wasThere = visit.commit(tx -> Outcome.refused(Typed.id(visit)
                .filter(id -> uses.drafts().discard(tx, Typed.owner(visit), id))
                .isPresent()));
        return wasThere
                ? Answer.redirect(visit.here().path(form.path()), Note.good("What you had begun is thrown away."))
                : Answer.missing();
    }
}
