package dev.offramp.dashboard.security;

import dev.offramp.dashboard.Access;
import dev.offramp.dashboard.Answer;
import dev.offramp.dashboard.Page;
import dev.offramp.dashboard.Route;
import dev.offramp.dashboard.Visit;
import dev.offramp.dashboard.form.Form;
import dev.offramp.people.Passkey;
import dev.offramp.people.People;
import java.util.Optional;

/// One passkey, to be given another name.
record ShowPasskey(People people) implements Page {

    @Override
    public Route route() {
        return Route.get("/me/passkeys/{passkey}");
    }

    @Override
    public Access access() {
        return Access.signedIn();
    }

    @Override
    public Answer answer(Visit visit) {
        return find(people, visit)
                .map(passkey -> show(visit, passkey, Form.blank().with(RenamePasskey.NAME, passkey.name())))
                .orElseGet(Answer::missing);
    }

    static Optional<Passkey> find(People people, Visit visit) {
        return visit.view(tx -> people.passkeys().list(tx, visit.person().id())).stream()
                .filter(passkey -> passkey.id().toString().equals(visit.path("passkey")))
                .findFirst();
    }

    static Answer show(Visit visit, Passkey passkey, Form form) {
        return Answer.refused(
                form.isValid() ? 200 : 422,
                "Rename a passkey",
                out -> JtepasskeyGenerated.render(
                        out, null, visit.here(), form, passkey.id().toString()));
    }
}
