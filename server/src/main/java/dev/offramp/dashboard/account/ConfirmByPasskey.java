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

/// Confirming by a passkey alone that it is still them.
record ConfirmByPasskey(Entrance entrance) implements Page {

    @Override
    public Route route() {
        return Route.post("/confirm/passkey");
    }

    @Override
    public Access access() {
        return Access.signedInAtAll();
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
                .confirmByPasskey(visit.session(), PasskeyForm.answer(form), visit.browser(), entrance.watching(visit));
        return switch (outcome) {
            case SignIn.Confirmed confirmed -> Entrance.goOn(visit, confirmed.token(), form);
            case SignIn.NotAccepted() -> entrance.confirm(visit, Entrance.passkeyNotAccepted(form));
            case SignIn.TooMany(var until) -> entrance.confirm(visit, Entrance.tooMany(form, until));
            case SecondStep.Over(), SignIn.SignedIn _ -> entrance.confirm(visit, Entrance.over(form));
        };
    }
}
