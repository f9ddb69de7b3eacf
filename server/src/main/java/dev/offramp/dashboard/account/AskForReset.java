package dev.offramp.dashboard.account;

import dev.offramp.dashboard.Access;
import dev.offramp.dashboard.Answer;
import dev.offramp.dashboard.Note;
import dev.offramp.dashboard.Page;
import dev.offramp.dashboard.Route;
import dev.offramp.dashboard.Visit;
import dev.offramp.dashboard.form.Field;
import dev.offramp.dashboard.form.Form;
import dev.offramp.people.LinkWishes;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Has a letter sent to whoever forgot their password. The answer is the same for an address that nobody has.
record AskForReset(ShowForgotten forgotten, LinkWishes wishes) implements Page {

    private static final String SENT =
            "If that address has an account, a letter with a link is on its way. It works for an hour.";

    @Override
    public Route route() {
        return Route.post(ShowForgotten.PATH);
    }

    @Override
    public Access access() {
        return Access.open();
    }

    @Override
    public List<Field<?>> fields() {
        return List.of(SignUpForm.EMAIL);
    }

    @Override
    public Answer answer(Visit visit) {
        Form form = visit.form();
        if (!form.isValid() || !forgotten.isMailOn()) {
            return forgotten.show(visit, form);
        }
        LinkWishes.Wish wish = new LinkWishes.Wish(form.get(SignUpForm.EMAIL), LinkWishes.What.PASSWORD_RESET);
        Optional<Instant> closedUntil = wishes.wish(wish, visit.browser());
        return closedUntil
                .map(until -> forgotten.show(visit, Entrance.tooMany(form, until)))
                .orElseGet(() -> Answer.redirect("/sign-in", Note.good(SENT)));
    }
}
