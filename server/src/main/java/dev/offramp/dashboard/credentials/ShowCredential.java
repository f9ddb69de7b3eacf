package dev.offramp.dashboard.credentials;

import dev.offramp.dashboard.Access;
import dev.offramp.dashboard.Answer;
import dev.offramp.dashboard.Page;
import dev.offramp.dashboard.Permission;
import dev.offramp.dashboard.Route;
import dev.offramp.dashboard.Uses;
import dev.offramp.dashboard.Visit;
import dev.offramp.dashboard.form.Form;
import dev.offramp.db.Transaction;
import dev.offramp.tenancy.Credential;
import dev.offramp.tenancy.CredentialId;
import java.util.Optional;

/// One credential, and what can be done to it.
record ShowCredential(Uses uses) implements Page {

    static final String PATH = ListCredentials.PATH + "/{credential}";

    @Override
    public Route route() {
        return Route.get(Route.BUSINESS + PATH);
    }

    @Override
    public Access access() {
        return Access.member(Permission.VIEW);
    }

    @Override
    public Answer answer(Visit visit) {
        return visit.view(tx -> found(tx, visit, uses))
                .map(credential ->
                        Answer.page("API credential", body(visit, credential, CredentialForm.of(credential.limits()))))
                .orElseGet(Answer::missing);
    }

    static gg.jte.html.HtmlContent body(Visit visit, Credential credential, Form form) {
        CredentialView view = CredentialView.of(credential, visit.business(), visit.now());
        return out -> JteshowGenerated.render(out, null, visit.here(), view, form, visit.requestId());
    }

    /// The credential in the path, if pages of this environment show it.
    private static Optional<Credential> found(Transaction tx, Visit visit, Uses uses) {
        return uses.tenancy().credentials(tx, visit.tenant().integration()).stream()
                .filter(one ->
                        visit.id("credential").filter(one.id().value()::equals).isPresent())
                .filter(one -> CredentialView.isSeenIn(one, visit.business().environment()))
                .findFirst();
    }

    /// The credential in the path, locked, if it can be changed here.
    static Optional<Credential> locked(Transaction tx, Visit visit, Uses uses) {
        return visit.id("credential")
                .map(CredentialId::new)
                .flatMap(id -> uses.tenancy().lockCredential(tx, visit.tenant().integration(), id))
                .filter(one -> one.revokedAt().isEmpty())
                .filter(one -> CredentialView.isManagedIn(one, visit.business().environment()));
    }

    static String path(Visit visit) {
        return visit.here().path(ListCredentials.PATH + "/" + visit.path("credential"));
    }
}
