package dev.offramp.dashboard.account;

import dev.offramp.dashboard.Access;
import dev.offramp.dashboard.Answer;
import dev.offramp.dashboard.Note;
import dev.offramp.dashboard.Outcome;
import dev.offramp.dashboard.Page;
import dev.offramp.dashboard.Route;
import dev.offramp.dashboard.Visit;
import dev.offramp.dashboard.form.Field;
import dev.offramp.dashboard.form.Fields;
import dev.offramp.dashboard.form.Form;
import dev.offramp.people.SignUp;
import dev.offramp.trail.Action;
import java.util.List;

/// Founds a business for somebody who has an account and was invited to.
record FoundByInvitation(Joining joining) implements Page {

    /// Not asked for where a place in a team is offered.
    static final Field<String> BUSINESS =
            Fields.text("business", "Business name", 100).autocomplete("organization");

    @Override
    public Route route() {
        return Route.post(ShowInvitation.PATH + "/found");
    }

    @Override
    public Access access() {
        return Access.signedIn();
    }

    @Override
    public List<Field<?>> fields() {
        return List.of(SignUpForm.BUSINESS);
    }

    static Form required(Form form) {
        return form.refuse(BUSINESS, "Business name is required.");
    }

    @Override
    public Answer answer(Visit visit) {
        Form form = visit.form();
        return form.isValid() ? found(visit, form) : joining.show(visit, form);
    }

    private record Founded(SignUp outcome, String home) {}

    private Answer found(Visit visit, Form form) {
        Founded founded = visit.commit(tx -> {
            SignUp outcome = joining.people()
                    .signUps()
                    .foundByInvitation(tx, joining.token(visit), visit.person().id(), form.get(SignUpForm.BUSINESS));
            return outcome instanceof SignUp.Joined joined
                    ? Outcome.done(
                            new Founded(outcome, joining.home(tx, joined.integration())),
                            Joining.joined(Action.INTEGRATION_CREATED, joined))
                    : Outcome.refused(new Founded(outcome, ""));
        });
        return switch (founded.outcome()) {
            case SignUp.Joined _ -> Answer.redirect(founded.home(), Note.good("Your business is there."));
            default -> joining.show(visit, SignUpForm.refuse(form, founded.outcome()));
        };
    }
}
