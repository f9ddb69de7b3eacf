package dev.offramp.dashboard.security;

import dev.offramp.dashboard.Access;
import dev.offramp.dashboard.Answer;
import dev.offramp.dashboard.Outcome;
import dev.offramp.dashboard.Page;
import dev.offramp.dashboard.Route;
import dev.offramp.dashboard.Visit;
import dev.offramp.dashboard.form.Form;
import dev.offramp.dashboard.part.QrSymbol;
import dev.offramp.people.People;
import dev.offramp.people.TotpOffer;
import java.util.Optional;

/// Offers the key for an authenticator app; a new one each time, so that none is enrolled that
/// somebody saw before.
record ShowAuthenticator(People people) implements Page {

    /// What the page shows, to be scanned or typed.
    record View(String key, QrSymbol symbol) {

        @Override
        public String toString() {
            return "View[***]";
        }
    }

    @Override
    public Route route() {
        return Route.get("/me/authenticator");
    }

    @Override
    public Access access() {
        return Access.signedIn().fresh();
    }

    @Override
    public Answer answer(Visit visit) {
        Optional<TotpOffer> offer =
                visit.commit(tx -> Outcome.aside(people.secondFactors().offerTotp(tx, visit.session())));
        return offer.map(made -> show(visit, Form.blank(), made)).orElseGet(Renewed::notFresh);
    }

    static Answer show(Visit visit, Form form, TotpOffer offer) {
        View view = new View(offer.secret(), QrSymbol.of(offer.uri()));
        return Answer.refused(
                form.isValid() ? 200 : 422,
                "Add an authenticator app",
                out -> JteauthenticatorGenerated.render(out, null, visit.here(), form, view));
    }
}
