package dev.offramp.dashboard.security;

import dev.offramp.dashboard.Access;
import dev.offramp.dashboard.Answer;
import dev.offramp.dashboard.Deed;
import dev.offramp.dashboard.Note;
import dev.offramp.dashboard.Outcome;
import dev.offramp.dashboard.Page;
import dev.offramp.dashboard.Route;
import dev.offramp.dashboard.Visit;
import dev.offramp.dashboard.form.Field;
import dev.offramp.dashboard.form.Fields;
import dev.offramp.dashboard.form.Form;
import dev.offramp.people.Passkey;
import dev.offramp.people.People;
import dev.offramp.trail.Action;
import dev.offramp.trail.Details;
import dev.offramp.trail.Subject;
import java.util.List;

/// Gives a passkey another name.
record RenamePasskey(People people) implements Page {

    static final Field<String> NAME = Fields.text("name", "Name", 100).required();

    @Override
    public Route route() {
        return Route.post("/me/passkeys/{passkey}");
    }

    @Override
    public Access access() {
        return Access.signedIn();
    }

    @Override
    public List<Field<?>> fields() {
        return List.of(NAME);
    }

    @Override
    public Answer answer(Visit visit) {
        Form form = visit.form();
        return ShowPasskey.find(people, visit)
                .map(passkey -> form.isValid() ? rename(visit, passkey, form) : ShowPasskey.show(visit, passkey, form))
                .orElseGet(Answer::missing);
    }

    private Answer rename(Visit visit, Passkey passkey, Form form) {
        String name = form.get(NAME);
        boolean isRenamed =
                visit.commit(tx -> people.passkeys().rename(tx, visit.person().id(), passkey.id(), name)
                        ? Outcome.done(
                                true,
                                Deed.of(
                                                Action.PASSKEY_RENAMED,
                                                Subject.Kind.PERSON,
                                                visit.person().id())
                                        .before(Details.of("name", passkey.name()))
                                        .after(Details.of("name", name)))
                        : Outcome.refused(false));
        return isRenamed
                ? Answer.redirect(Renewed.SECURITY, Note.good("The passkey has its new name."))
                : Answer.missing();
    }
}
