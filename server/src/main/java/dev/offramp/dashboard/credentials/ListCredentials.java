package dev.offramp.dashboard.credentials;

import dev.offramp.dashboard.Access;
import dev.offramp.dashboard.Answer;
import dev.offramp.dashboard.Menu;
import dev.offramp.dashboard.Page;
import dev.offramp.dashboard.Permission;
import dev.offramp.dashboard.Route;
import dev.offramp.dashboard.Uses;
import dev.offramp.dashboard.Visit;
import dev.offramp.tenancy.Credential;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The credentials that work here, the latest first; those that were revoked come last.
record ListCredentials(Uses uses) implements Page {

    static final String PATH = "/developers/credentials";
    static final String TITLE = "API credentials";

    @Override
    public Route route() {
        return Route.get(Route.BUSINESS + PATH);
    }

    @Override
    public Access access() {
        return Access.member(Permission.VIEW);
    }

    @Override
    public Optional<Menu> menu() {
        return Optional.of(new Menu(Menu.Group.DEVELOPERS, TITLE));
    }

    @Override
    public Answer answer(Visit visit) {
        List<Credential> found =
                visit.view(tx -> uses.tenancy().credentials(tx, visit.tenant().integration()));
        List<CredentialView> all = found.stream()
                .filter(one -> CredentialView.isSeenIn(one, visit.business().environment()))
                .sorted(Comparator.comparing((Credential one) -> one.revokedAt().isPresent())
                        .thenComparing(
                                Comparator.comparing(Credential::createdAt).reversed()))
                .map(one -> CredentialView.of(one, visit.business(), visit.now()))
                .toList();
        return Answer.page(TITLE, out -> JtelistGenerated.render(out, null, visit.here(), all));
    }
}
