package dev.offramp.dashboard.account;

import dev.offramp.dashboard.Access;
import dev.offramp.dashboard.Answer;
import dev.offramp.dashboard.Cookie;
import dev.offramp.dashboard.Page;
import dev.offramp.dashboard.Route;
import dev.offramp.dashboard.Visit;
import dev.offramp.dashboard.form.Field;
import dev.offramp.dashboard.form.Form;
import dev.offramp.people.SecondStep;
import dev.offramp.people.SignIn;
import dev.offramp.people.Token;
import java.util.List;

/// The second step by a passkey, of signing in and of confirming; the step knows which.
record CompleteByPasskey(Entrance entrance) implements Page {

    @Override
    public Route route() {
        return Route.post("/sign-in/code/passkey");
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
        return visit.token(Cookie.Name.STEP)
                .map(step -> answer(visit, form, step))
                .orElseGet(() -> Answer.redirect("/sign-in"));
    }

    private Answer answer(Visit visit, Form form, Token step) {
        SecondStep outcome = entrance.people()
                .signIns()
                .byPasskey(step, PasskeyForm.answer(form), visit.browser(), entrance.watching(visit));
        String action = visit.isSignedIn() ? ConfirmByCode.PATH : SignInByCode.PATH;
        return switch (outcome) {
            case SignIn.SignedIn signedIn -> Entrance.welcome(visit, signedIn, form);
            case SignIn.Confirmed confirmed -> Entrance.goOn(visit, confirmed.token(), form);
            case SignIn.NotAccepted() -> entrance.code(visit, Entrance.passkeyNotAccepted(form), action);
            case SignIn.TooMany(var until) -> entrance.code(visit, Entrance.tooMany(form, until), action);
            case SecondStep.Over() -> over(visit, form).with(Cookie.removed(Cookie.Name.STEP));
        };
    }

    private Answer over(Visit visit, Form form) {
        return visit.isSignedIn()
                ? entrance.confirm(visit, Entrance.over(form))
                : entrance.signIn(visit, Entrance.over(form));
    }
}
