package dev.offramp.dashboard.account;

import dev.offramp.dashboard.Access;
import dev.offramp.dashboard.Answer;
import dev.offramp.dashboard.Page;
import dev.offramp.dashboard.Route;
import dev.offramp.dashboard.Visit;
import dev.offramp.dashboard.form.Field;
import dev.offramp.dashboard.form.Form;
import dev.offramp.people.SecondStep;
import dev.offramp.people.SignIn;
import java.util.List;

/// Signing in by a passkey alone.
record SignInByPasskey(Entrance entrance) implements Page {

    @Override
    public Route route() {
        return Route.post("/sign-in/passkey");
    }

    @Override
    public Access access() {
        return Access.open();
    }

    @Override
    public List<Field<?>> fields() {
        return List.of(PasskeyForm.answer(), SignInForm.NEXT);
    }

    @Override
    public Answer answer(Visit visit) {
        Form form = visit.form();
        SecondStep outcome = entrance.people()
                .signIns()
                .byPasskeyAlone(PasskeyForm.answer(form), visit.browser(), entrance.watching(visit));
        return switch (outcome) {
            case SignIn.SignedIn signedIn -> Entrance.welcome(visit, signedIn, form);
            case SignIn.NotAccepted() -> entrance.signIn(visit, Entrance.passkeyNotAccepted(form));
            case SignIn.TooMany(var until) -> entrance.signIn(visit, Entrance.tooMany(form, until));
            case SecondStep.Over(), SignIn.Confirmed _ -> entrance.signIn(visit, Entrance.over(form));
        };
    }
}
