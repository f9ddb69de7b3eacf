package dev.offramp.dashboard.account;

import dev.offramp.dashboard.Access;
import dev.offramp.dashboard.Answer;
import dev.offramp.dashboard.Note;
import dev.offramp.dashboard.Page;
import dev.offramp.dashboard.Route;
import dev.offramp.dashboard.Visit;
import dev.offramp.dashboard.form.Field;
import dev.offramp.dashboard.form.Form;
import dev.offramp.people.Invitation;
import dev.offramp.people.Password;
import dev.offramp.people.SignUp;
import dev.offramp.trail.Action;
import java.util.List;
import java.util.Optional;

/// Makes an account for whom an invitation is for, with what it offers.
record SignUpByInvitation(Joining joining) implements Page {

    @Override
    public Route route() {
        return Route.post(ShowInvitation.PATH);
    }

    @Override
    public Access access() {
        return Access.open();
    }

    @Override
    public List<Field<?>> fields() {
        return List.of(SignUpForm.NAME, FoundByInvitation.BUSINESS, SignUpForm.PASSWORD);
    }

    @Override
    public Answer answer(Visit visit) {
        Form form = visit.form();
        Optional<Invitation> invitation = joining.invitation(visit);
        if (invitation.isEmpty()) {
            return joining.over(visit);
        }
        boolean isFounding = invitation.get().offer() instanceof Invitation.Offer.Business;
        if (isFounding && form.find(FoundByInvitation.BUSINESS).isEmpty()) {
            form = FoundByInvitation.required(form);
        }
        return form.isValid()
                ? join(visit, form, isFounding ? Action.INTEGRATION_CREATED : Action.MEMBER_JOINED)
                : joining.show(visit, form);
    }

    private Answer join(Visit visit, Form form, Action more) {
        SignUp outcome = joining.people()
                .signUps()
                .byInvitation(
                        joining.token(visit),
                        form.get(SignUpForm.NAME),
                        new Password(form.get(SignUpForm.PASSWORD)),
                        form.find(FoundByInvitation.BUSINESS).orElse(""),
                        joining.watching(visit, more));
        return switch (outcome) {
            case SignUp.Joined _ ->
                Answer.redirect("/sign-in", Note.good("Welcome. Now sign in with your address and password."));
            case SignUp.NoInvitation() -> joining.over(visit);
            default -> joining.show(visit, SignUpForm.refuse(form, outcome));
        };
    }
}
