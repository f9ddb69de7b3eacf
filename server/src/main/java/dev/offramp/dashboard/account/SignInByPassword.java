package dev.offramp.dashboard.account;

import dev.offramp.dashboard.Access;
import dev.offramp.dashboard.Answer;
import dev.offramp.dashboard.Page;
import dev.offramp.dashboard.Query;
import dev.offramp.dashboard.Route;
import dev.offramp.dashboard.Visit;
import dev.offramp.dashboard.form.Field;
import dev.offramp.dashboard.form.Form;
import dev.offramp.people.Password;
import dev.offramp.people.SignIn;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The first step of signing in.
record SignInByPassword(Entrance entrance) implements Page {

    @Override
    public Route route() {
        return Route.post("/sign-in");
    }

    @Override
    public Access access() {
        return Access.open();
    }

    @Override
    public List<Field<?>> fields() {
        return List.of(SignInForm.EMAIL, SignInForm.PASSWORD, SignInForm.NEXT);
    }

    @Override
    public Answer answer(Visit visit) {
        Form form = visit.form();
        if (!form.isValid()) {
            return entrance.signIn(visit, form);
        }
        SignIn outcome = entrance.people()
                .signIns()
                .byPassword(
                        form.get(SignInForm.EMAIL),
                        new Password(form.get(SignInForm.PASSWORD)),
                        visit.browser(),
                        entrance.watching(visit));
        return switch (outcome) {
            case SignIn.SignedIn signedIn -> Entrance.welcome(visit, signedIn, form);
            case SignIn.FactorOutstanding outstanding ->
                second(visit, form, outstanding).with(Entrance.step(outstanding.step()));
            case SignIn.TooMany(var until) -> entrance.signIn(visit, Entrance.tooMany(form, until));
            case SignIn.Busy() -> entrance.signIn(visit, Entrance.busy(form));
            case SignIn.NotAccepted(), SignIn.Confirmed _ -> entrance.signInNotAccepted(visit, form);
        };
    }

    /// What is carried along is on no page that could be asked for again.
    private Answer second(Visit visit, Form form, SignIn.FactorOutstanding outstanding) {
        return visit.carried().isPresent()
                ? entrance.code(visit, form, SignInByCode.PATH, Optional.of(outstanding))
                : Answer.redirect(SignInByCode.PATH
                        + new Query(Map.of())
                                .with("next", form.typed(SignInForm.NEXT))
                                .written());
    }
}
