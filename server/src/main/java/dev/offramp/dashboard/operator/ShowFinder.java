package dev.offramp.dashboard.operator;

import dev.offramp.assets.Assets;
import dev.offramp.assets.Network;
import dev.offramp.chains.ChainId;
import dev.offramp.dashboard.Access;
import dev.offramp.dashboard.Answer;
import dev.offramp.dashboard.Menu;
import dev.offramp.dashboard.Page;
import dev.offramp.dashboard.Query;
import dev.offramp.dashboard.Route;
import dev.offramp.dashboard.Visit;
import dev.offramp.dashboard.part.Places;
import dev.offramp.operations.DepositFinder;
import dev.offramp.operations.Found;
import dev.offramp.tenancy.Environment;
import dev.offramp.tenancy.IntegrationId;
import dev.offramp.tenancy.Tenancy;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What became of a transfer, by its transaction, its recipient or its blocks. May ask the chains, with no transaction
/// open.
record ShowFinder(DepositFinder finder, Tenancy tenancy, Assets assets) implements Page {

    /// What the page shows.
    ///
    /// @param problem why nothing was looked for
    record View(
            Query query,
            List<ChainId> chains,
            Optional<Found> found,
            Optional<String> problem,
            Map<IntegrationId, Places.Owner> owners,
            Assets assets) {

        String text(String name) {
            return query.text(name).orElse("");
        }

        String code(ChainId chain) {
            return ShowFinder.code(chain);
        }

        FoundLines lines() {
            return new FoundLines(assets, owners);
        }
    }

    /// What was asked for.
    private sealed interface Asked {
        record Text(String text) implements Asked {}

        record Blocks(ChainId chain, long from, long to) implements Asked {}

        record Nothing() implements Asked {}

        record Wrong(String problem) implements Asked {}
    }

    @Override
    public Route route() {
        return Route.get("/operator/finder");
    }

    @Override
    public Access access() {
        return Access.operator();
    }

    @Override
    public Optional<Menu> menu() {
        return Optional.of(new Menu(Menu.Group.OPERATOR, "Deposit finder"));
    }

    @Override
    public Answer answer(Visit visit) {
        Asked asked = asked(visit.query());
        Optional<Found> found = switch (asked) {
            case Asked.Text(String text) -> Optional.of(finder.find(text));
            case Asked.Blocks(ChainId chain, long from, long to) -> Optional.of(finder.find(chain, from, to));
            case Asked.Nothing _, Asked.Wrong _ -> Optional.empty();
        };
        Optional<String> problem = asked instanceof Asked.Wrong(String words) ? Optional.of(words) : Optional.empty();
        View view = new View(
                visit.query(),
                finder.chains(),
                found,
                problem,
                visit.view(tx -> Places.owners(tenancy.integrations(tx))),
                assets);
        return Answer.page("Deposit finder", out -> JtefinderGenerated.render(out, null, view));
    }

    private static Asked asked(Query query) {
        Optional<String> text = query.text("q");
        if (text.isPresent()) {
            return new Asked.Text(text.get());
        }
        if (query.text("from").isEmpty() && query.text("to").isEmpty()) {
            return new Asked.Nothing();
        }
        Optional<ChainId> chain = query.text("chain").flatMap(ShowFinder::chain);
        Optional<Long> from = height(query, "from");
        Optional<Long> to = query.text("to").isPresent() ? height(query, "to") : from;
        if (chain.isEmpty() || from.isEmpty() || to.isEmpty()) {
            return new Asked.Wrong("Choose a chain and give block heights in digits.");
        }
        return from.get() > to.get()
                ? new Asked.Wrong("The first block must not be above the last.")
                : new Asked.Blocks(chain.get(), from.get(), to.get());
    }

    private static Optional<Long> height(Query query, String name) {
        return query.text(name).filter(text -> text.matches("[0-9]{1,15}")).map(Long::parseLong);
    }

    private static String code(ChainId chain) {
        return chain.environment().code() + "." + chain.network().code();
    }

    private static Optional<ChainId> chain(String code) {
        String[] parts = code.split("\\.", 2);
        return parts.length < 2
                ? Optional.empty()
                : Environment.parse(parts[0])
                        .flatMap(environment ->
                                Network.parse(parts[1]).map(network -> new ChainId(environment, network)));
    }
}
