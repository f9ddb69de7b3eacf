package dev.offramp.dashboard.outflows;

import dev.offramp.dashboard.Access;
import dev.offramp.dashboard.Answer;
import dev.offramp.dashboard.Menu;
import dev.offramp.dashboard.Page;
import dev.offramp.dashboard.Permission;
import dev.offramp.dashboard.Route;
import dev.offramp.dashboard.Uses;
import dev.offramp.dashboard.Visit;
import dev.offramp.dashboard.part.Listed;
import dev.offramp.drafts.Draft;
import dev.offramp.drafts.DraftKind;
import dev.offramp.outflows.Outflow;
import java.util.List;
import java.util.Optional;

/// Everything that left or is leaving, newest first, and what was begun and not done.
record ListOutflows(Uses uses) implements Page {

    static final String PATH = "/withdrawals";
    static final String TITLE = "Withdrawals";

    /// What was begun, with the form that it goes on in.
    record Begun(String label, String path) {}

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
        return Optional.of(new Menu(Menu.Group.MONEY_OUT, TITLE));
    }

    @Override
    public Answer answer(Visit visit) {
        Listed<Outflow> listed =
                Listed.of(visit, uses.outflows().list(), visit.here().path(PATH), List.of("status", "currency"));
        List<OutflowView> all = listed.items().stream().map(OutflowView::of).toList();
        List<Begun> begun = visit.may(Permission.MOVE_MONEY) ? begun(visit) : List.of();
        return Answer.page(
                TITLE,
                out -> JtelistGenerated.render(out, null, visit.here(), all, listed.pager(), visit.query(), begun));
    }

    private List<Begun> begun(Visit visit) {
        return visit.view(tx -> uses.drafts().open(tx, Typed.owner(visit))).stream()
                .map(Draft::kind)
                .map(kind -> begun(visit, kind))
                .toList();
    }

    private static Begun begun(Visit visit, DraftKind kind) {
        return switch (kind) {
            case PAYOUT -> new Begun("a withdrawal to a bank", visit.here().path("/withdrawals/bank"));
            case WITHDRAWAL ->
                new Begun("a withdrawal of stablecoins", visit.here().path("/withdrawals/address"));
            case CONVERSION -> new Begun("a conversion", visit.here().path("/convert"));
        };
    }
}
