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

/// The second step of signing in, by a code.
record SignInByCode(Entrance entrance) implements Page {

    static final String PATH = "/sign-in/code";

    @Override
    public Route route() {
        return Route.post(PATH);
    }

    @Override
    public Access access() {
        return Access.open();
    }

    @Override
    public List<Field<?>> fields() {
        return List.of(SignInForm.CODE, SignInForm.NEXT);
    }

    @Override
    public Answer answer(Visit visit) {
        Form form = visit.form();
        if (!form.isValid()) {
            return entrance.code(visit, form, PATH);
        }
        return visit.token(Cookie.Name.STEP)
                .map(step -> answer(visit, form, step))
                .orElseGet(() -> Answer.redirect("/sign-in"));
    }

    private Answer answer(Visit visit, Form form, Token step) {
        SecondStep outcome = new Codes(entrance).take(visit, step, form.get(SignInForm.CODE));
        return switch (outcome) {
            case SignIn.SignedIn signedIn -> Entrance.welcome(visit, signedIn, form);
            case SignIn.NotAccepted() -> entrance.codeNotAccepted(visit, form, PATH);
            case SignIn.TooMany(var until) -> entrance.code(visit, Entrance.tooMany(form, until), PATH);
            case SecondStep.Over(), SignIn.Confirmed _ ->
                entrance.signIn(visit, Entrance.over(form)).with(Cookie.removed(Cookie.Name.STEP));
        };
    }
}
