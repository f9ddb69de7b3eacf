package dev.offramp.dashboard.credentials;

import dev.offramp.dashboard.Access;
import dev.offramp.dashboard.Answer;
import dev.offramp.dashboard.Deed;
import dev.offramp.dashboard.Note;
import dev.offramp.dashboard.Outcome;
import dev.offramp.dashboard.Page;
import dev.offramp.dashboard.Permission;
import dev.offramp.dashboard.Route;
import dev.offramp.dashboard.Uses;
import dev.offramp.dashboard.Visit;
import dev.offramp.db.Transaction;
import dev.offramp.tenancy.Credential;
import dev.offramp.trail.Action;
import dev.offramp.trail.Details;
import dev.offramp.trail.Subject;

/// Ends a credential for good.
record RevokeCredential(Uses uses) implements Page {

    @Override
    public Route route() {
        return Route.post(Route.BUSINESS + ShowCredential.PATH + "/revoke");
    }

    @Override
    public Access access() {
        return Access.member(Permission.MANAGE_CREDENTIALS).fresh();
    }

    @Override
    public Answer answer(Visit visit) {
        return visit.commit(tx -> ShowCredential.locked(tx, visit, uses)
                .map(credential -> revoke(tx, visit, credential))
                .orElseGet(() -> Outcome.refused(Answer.missing())));
    }

    private Outcome<Answer> revoke(Transaction tx, Visit visit, Credential credential) {
        uses.tenancy().revoke(tx, credential.id());
        Deed deed = Deed.of(Action.CREDENTIAL_REVOKED, Subject.Kind.CREDENTIAL, credential.id())
                .before(Details.of("app id", credential.appId()));
        return Outcome.done(
                Answer.redirect(
                        visit.here().path(ListCredentials.PATH),
                        Note.good("The credential is revoked. Whoever uses it is refused from now on.")),
                deed);
    }
}
