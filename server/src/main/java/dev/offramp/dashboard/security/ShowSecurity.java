package dev.offramp.dashboard.security;

import dev.offramp.dashboard.Access;
import dev.offramp.dashboard.Answer;
import dev.offramp.dashboard.Page;
import dev.offramp.dashboard.Route;
import dev.offramp.dashboard.Visit;
import dev.offramp.dashboard.form.Form;
import dev.offramp.db.Transaction;
import dev.offramp.people.Factor;
import dev.offramp.people.Passkey;
import dev.offramp.people.PasskeySite;
import dev.offramp.people.People;
import dev.offramp.people.PersonId;
import dev.offramp.people.Session;
import dev.offramp.people.SessionId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// One's own second factors and sessions.
record ShowSecurity(People people) implements Page {

    /// What the page shows.
    ///
    /// @param noPasskeys why there can be none here; empty where there can be
    /// @param current the session of this browser
    record View(
            Set<Factor> factors,
            int codesLeft,
            List<Passkey> passkeys,
            Optional<String> noPasskeys,
            List<Session> sessions,
            SessionId current) {

        boolean hasApp() {
            return factors.contains(Factor.TOTP);
        }

        boolean hasFactor() {
            return hasApp() || !passkeys.isEmpty();
        }

        boolean isCurrent(Session session) {
            return session.id().equals(current);
        }
    }

    @Override
    public Route route() {
        return Route.get(Renewed.SECURITY);
    }

    @Override
    public Access access() {
        return Access.signedIn();
    }

    @Override
    public Answer answer(Visit visit) {
        return show(visit, Form.blank());
    }

    /// @param form of adding a passkey
    Answer show(Visit visit, Form form) {
        View view = visit.view(tx -> view(tx, visit.session()));
        return Answer.refused(
                form.isValid() ? 200 : 422,
                "Security",
                out -> JtesecurityGenerated.render(out, null, visit.here(), form, view));
    }

    private View view(Transaction tx, Session session) {
        PersonId me = session.person();
        return new View(
                people.secondFactors().enrolled(tx, me),
                people.secondFactors().recoveryCodesLeft(tx, me),
                people.passkeys().list(tx, me),
                people.passkeys().site() instanceof PasskeySite.Unavailable(String reason)
                        ? Optional.of(reason)
                        : Optional.empty(),
                people.sessions().list(tx, me),
                session.id());
    }
}
