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
import dev.offramp.people.SignUpRule;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Has a letter sent to whoever wants an account, where letters are sent: the account is made by its link, so that its
/// address is theirs. The answer is the same where the address has an account already.
record AskForAccount(ShowSignUp signUp, LinkWishes wishes) implements Page {

    private static final String SENT = "A letter with a link is on its way to you. Open it to go on.";

    @Override
    public Route route() {
        return Route.post("/sign-up/letter");
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
        if (!form.isValid() || !signUp.isMailOn() || signUp.rule() != SignUpRule.OPEN) {
            return signUp.show(visit, form);
        }
        LinkWishes.Wish wish = new LinkWishes.Wish(form.get(SignUpForm.EMAIL), LinkWishes.What.SIGN_UP);
        Optional<Instant> closedUntil = wishes.wish(wish, visit.browser());
        return closedUntil
                .map(until -> signUp.show(visit, Entrance.tooMany(form, until)))
                .orElseGet(() -> Answer.redirect("/sign-in", Note.good(SENT)));
    }
}
