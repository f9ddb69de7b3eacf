package dev.offramp.dashboard.credentials;

import dev.offramp.dashboard.Page;
import dev.offramp.dashboard.Uses;
import dev.offramp.dashboard.Visit;
import dev.offramp.db.Transaction;
import dev.offramp.tenancy.Credential;
import java.util.List;

/// Everything about API credentials.
public final class CredentialPages {

    private CredentialPages() {}

    public static List<Page> all(Uses uses) {
        return List.of(
                new ListCredentials(uses),
                new FillInCredential(),
                new CreateCredential(uses),
                new ShowCredential(uses),
                new LimitCredential(uses),
                new RotateCredential(uses),
                new RevokeCredential(uses));
    }

    /// The credentials that are managed where one is and still alive.
    public static List<Credential> managed(Transaction tx, Visit visit, Uses uses) {
        return uses.tenancy().credentials(tx, visit.tenant().integration()).stream()
                .filter(one -> one.revokedAt().isEmpty())
                .filter(one -> CredentialView.isManagedIn(one, visit.business().environment()))
                .toList();
    }
}
