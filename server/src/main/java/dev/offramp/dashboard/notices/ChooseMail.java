package dev.offramp.dashboard.notices;

import dev.offramp.dashboard.Access;
import dev.offramp.dashboard.Answer;
import dev.offramp.dashboard.Note;
import dev.offramp.dashboard.Outcome;
import dev.offramp.dashboard.Page;
import dev.offramp.dashboard.Route;
import dev.offramp.dashboard.Visit;
import dev.offramp.dashboard.form.Field;
import dev.offramp.dashboard.form.Form;
import dev.offramp.db.Transaction;
import dev.offramp.notices.Kind;
import java.util.List;
import java.util.Set;

/// Chooses what is mailed.
record ChooseMail(ShowChoices choices) implements Page {

    @Override
    public Route route() {
        return Route.post(ShowChoices.PATH);
    }

    @Override
    public Access access() {
        return Access.signedIn();
    }

    @Override
    public List<Field<?>> fields() {
        return List.of(ShowChoices.BUSINESS, ShowChoices.INSTALLATION);
    }

    @Override
    public Answer answer(Visit visit) {
        Form form = visit.form();
        if (!form.isValid()) {
            return choices.show(visit, form);
        }
        visit.commit(tx -> {
            choose(tx, visit, Shelf.OWN, form.find(ShowChoices.BUSINESS).orElse(List.of()));
            if (visit.person().isOperator()) {
                choose(
                        tx,
                        visit,
                        Shelf.OPERATOR,
                        form.find(ShowChoices.INSTALLATION).orElse(List.of()));
            }
            return Outcome.aside(true);
        });
        return Answer.redirect(Shelf.OWN.path(), Note.good("Your choice is kept."));
    }

    private void choose(Transaction tx, Visit visit, Shelf shelf, List<Kind> wanted) {
        choices.notices().choose(tx, visit.person().id(), Set.copyOf(ShowChoices.chosen(shelf)), Set.copyOf(wanted));
    }
}
