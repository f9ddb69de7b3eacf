package dev.offramp.dashboard.chains;

import dev.offramp.assets.Network;
import dev.offramp.chains.ChainId;
import dev.offramp.dashboard.Access;
import dev.offramp.dashboard.Answer;
import dev.offramp.dashboard.Here;
import dev.offramp.dashboard.Page;
import dev.offramp.dashboard.Route;
import dev.offramp.dashboard.Visit;
import dev.offramp.dashboard.form.Form;
import dev.offramp.dashboard.part.Places;
import dev.offramp.deposits.ChainState;
import dev.offramp.deposits.Deposits;
import dev.offramp.tenancy.Environment;
import gg.jte.html.HtmlContent;
import java.util.Optional;

/// One chain, and what can be done about it.
record ShowChain(Deposits deposits) implements Page {

    static final String PATH = "/operator/chains/{environment}/{network}";

    @Override
    public Route route() {
        return Route.get(PATH);
    }

    @Override
    public Access access() {
        return Access.operator();
    }

    @Override
    public Answer answer(Visit visit) {
        return chain(visit)
                .flatMap(chain -> body(visit, chain, Form.blank()).map(body -> Answer.page(Places.name(chain), body)))
                .orElseGet(Answer::missing);
    }

    /// The page with what was typed; empty for a chain that nobody has looked at.
    Optional<HtmlContent> body(Visit visit, ChainId chain, Form form) {
        Here here = visit.here();
        return find(visit, chain)
                .map(state -> new ChainLine(state, visit.now()))
                .map(line -> out -> JtechainGenerated.render(out, null, here, line, form));
    }

    private Optional<ChainState> find(Visit visit, ChainId chain) {
        return visit.view(deposits::chains).stream()
                .filter(state -> state.chain().equals(chain))
                .findFirst();
    }

    /// The chain in the path, as it is written in links.
    static Optional<ChainId> chain(Visit visit) {
        return Environment.parse(visit.path("environment"))
                .filter(environment -> environment.code().equals(visit.path("environment")))
                .flatMap(environment ->
                        Network.parse(visit.path("network")).map(network -> new ChainId(environment, network)));
    }
}
