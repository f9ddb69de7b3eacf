package dev.offramp.dashboard.me;

import dev.offramp.dashboard.Access;
import dev.offramp.dashboard.Answer;
import dev.offramp.dashboard.Deed;
import dev.offramp.dashboard.Note;
import dev.offramp.dashboard.Outcome;
import dev.offramp.dashboard.Page;
import dev.offramp.dashboard.Route;
import dev.offramp.dashboard.Visit;
import dev.offramp.dashboard.form.Field;
import dev.offramp.dashboard.form.Form;
import dev.offramp.people.Person;
import dev.offramp.people.PersonChange;
import dev.offramp.trail.Action;
import dev.offramp.trail.Details;
import dev.offramp.trail.Subject;
import java.util.List;

/// Changes one's own name.
record Rename(ShowMe me) implements Page {

    @Override
    public Route route() {
        return Route.post(ShowMe.PATH + "/name");
    }

    @Override
    public Access access() {
        return Access.signedIn();
    }

    @Override
    public List<Field<?>> fields() {
        return List.of(ShowMe.NAME);
    }

    @Override
    public Answer answer(Visit visit) {
        Form form = visit.form();
        return form.isValid() ? rename(visit, form) : me.show(visit, form);
    }

    private Answer rename(Visit visit, Form form) {
        Person person = visit.person();
        String name = form.get(ShowMe.NAME);
        PersonChange change = visit.commit(tx -> {
            PersonChange outcome = me.people().rename(tx, person.id(), name);
            return outcome instanceof PersonChange.Changed
                    ? Outcome.done(
                            outcome,
                            Deed.of(Action.NAME_CHANGED, Subject.Kind.PERSON, person.id())
                                    .before(Details.of("name", person.name()))
                                    .after(Details.of("name", name)))
                    : Outcome.refused(outcome);
        });
        return change instanceof PersonChange.Changed
                ? Answer.redirect(ShowMe.PATH, Note.good("Your name is changed."))
                : me.show(visit, form.refuse(ShowMe.NAME, "A name is 1 to 100 printable characters."));
    }
}
