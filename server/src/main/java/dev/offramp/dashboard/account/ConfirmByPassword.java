package dev.offramp.dashboard.account;

import dev.offramp.dashboard.Access;
import dev.offramp.dashboard.Answer;
import dev.offramp.dashboard.Page;
import dev.offramp.dashboard.Route;
import dev.offramp.dashboard.Visit;
import dev.offramp.dashboard.form.Field;
import dev.offramp.dashboard.form.Form;
import dev.offramp.people.Password;
import dev.offramp.people.SignIn;
import java.util.List;
import java.util.Optional;

/// The first step of confirming that it is still them.
record ConfirmByPassword(Entrance entrance) implements Page {

    @Override
    public Route route() {
        return Route.post("/confirm");
    }

    @Override
    public Access access() {
        return Access.signedInAtAll();
    }

    @Override
    public List<Field<?>> fields() {
        return List.of(SignInForm.PASSWORD, SignInForm.NEXT);
    }

    @Override
    public Answer answer(Visit visit) {
        Form form = visit.form();
        if (!form.isValid()) {
            return entrance.confirm(visit, form);
        }
        SignIn outcome = entrance.people()
                .signIns()
                .confirmByPassword(
                        visit.session(),
                        new Password(form.get(SignInForm.PASSWORD)),
                        visit.browser(),
                        entrance.watching(visit));
        return switch (outcome) {
            case SignIn.Confirmed confirmed -> Entrance.goOn(visit, confirmed.token(), form);
            case SignIn.FactorOutstanding outstanding ->
                entrance.code(visit, form, ConfirmByCode.PATH, Optional.of(outstanding))
                        .with(Entrance.step(outstanding.step()));
            case SignIn.TooMany(var until) -> entrance.confirm(visit, Entrance.tooMany(form, until));
            case SignIn.Busy() -> entrance.confirm(visit, Entrance.busy(form));
            case SignIn.NotAccepted(), SignIn.SignedIn _ -> entrance.confirmNotAccepted(visit, form);
        };
    }
}
