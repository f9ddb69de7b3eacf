package dev.offramp.dashboard.developers;

import dev.offramp.assets.Asset;
import dev.offramp.dashboard.Access;
import dev.offramp.dashboard.Answer;
import dev.offramp.dashboard.Menu;
import dev.offramp.dashboard.Page;
import dev.offramp.dashboard.Permission;
import dev.offramp.dashboard.Route;
import dev.offramp.dashboard.Uses;
import dev.offramp.dashboard.Visit;
import dev.offramp.tenancy.Credential;
import dev.offramp.tenancy.Environment;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// A first program in six languages, with the reader's own App ID. The secret is not known here: the programs take it
/// from the surroundings, and the page that made it says how it gets there.
record ShowQuickStart(Uses uses) implements Page {

    static final String PATH = "/developers/quick-start";
    private static final String TITLE = "Quick start";
    private static final String NO_APP_ID = "YOUR_APP_ID";

    /// What the page shows.
    ///
    /// @param appId the reader's own; empty where none works here
    record View(String api, Optional<String> appId, String coin, List<Example> examples) {}

    /// A program to be copied.
    record Example(String label, String code, String program) {}

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
        Environment environment = visit.business().environment();
        List<Credential> all =
                visit.view(tx -> uses.tenancy().credentials(tx, visit.tenant().integration()));
        Optional<String> appId = appId(all, environment, visit.query().text("credential"), visit.now());
        Asset asset = asset(environment);
        String api = uses.settings().publicUrl() + "/v1";
        List<Example> examples = Arrays.stream(Language.values())
                .map(language -> new Example(
                        language.label(),
                        language.code(),
                        language.program(
                                api,
                                appId.orElse(NO_APP_ID),
                                environment.code(),
                                asset.id().toString())))
                .toList();
        View view = new View(api, appId, asset.code().toString(), examples);
        return Answer.page(TITLE, out -> JtequickStartGenerated.render(out, null, visit.here(), view));
    }

    /// The wanted one, else the latest, of those that work here.
    private static Optional<String> appId(
            List<Credential> all, Environment environment, Optional<String> wanted, Instant now) {
        List<Credential> working = all.stream()
                .filter(one -> one.revokedAt().isEmpty() && one.limits().allows(environment))
                .filter(one -> one.limits()
                        .expiresAt()
                        .filter(end -> !now.isBefore(end))
                        .isEmpty())
                .sorted(Comparator.comparing(Credential::createdAt).reversed())
                .toList();
        return working.stream()
                .filter(one -> wanted.filter(one.appId()::equals).isPresent())
                .findFirst()
                .or(() -> working.stream().findFirst())
                .map(Credential::appId);
    }

    /// What the sandbox always has; in production whatever comes first and is received.
    private Asset asset(Environment environment) {
        List<Asset> all = uses.assets().list(environment);
        return all.stream()
                .filter(one -> one.code().value().equals("SOL_USDC_JKVK"))
                .findFirst()
                .orElseGet(all::getFirst);
    }
}
