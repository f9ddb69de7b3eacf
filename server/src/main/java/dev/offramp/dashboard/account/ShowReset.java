package dev.offramp.dashboard.account;

import dev.offramp.dashboard.Access;
import dev.offramp.dashboard.Answer;
import dev.offramp.dashboard.Page;
import dev.offramp.dashboard.Route;
import dev.offramp.dashboard.Visit;
import dev.offramp.dashboard.form.Form;
import dev.offramp.people.People;
import dev.offramp.people.Person;
import dev.offramp.people.Token;
import java.util.Optional;

/// Asks for a new password where the old one was forgotten.
public record ShowReset(People people) implements Page {

    static final String PATH = "/reset-password/{token}";

    /// Whose password a link sets, and where it is sent.
    public record View(String path, String email) {}

    @Override
    public Route route() {
        return Route.get(PATH);
    }

    @Override
    public Access access() {
        return Access.open();
    }

    @Override
    public Answer answer(Visit visit) {
        return show(people, visit, Form.blank());
    }

    static Answer show(People people, Visit visit, Form form) {
        Optional<Person> person = visit.view(tx -> people.passwordResets().find(tx, new Token(visit.path("token"))));
        return person.map(whose -> show(visit, whose, form)).orElseGet(ShowReset::over);
    }

    private static Answer show(Visit visit, Person whose, Form form) {
        View view =
                new View("/reset-password/" + visit.path("token"), whose.email().text());
        return Answer.refused(
                form.isValid() ? 200 : 422,
                "Set a new password",
                out -> JteresetGenerated.render(out, null, visit.here(), form, view));
    }

    static Answer over() {
        return Answer.refused(
                404,
                "Set a new password",
                out -> JtedeadLinkGenerated.render(
                        out, null, "This link was used, was replaced, or is older than an hour. Ask for another one."));
    }
}
