package dev.offramp.dashboard.banks;

import dev.offramp.dashboard.Access;
import dev.offramp.dashboard.Answer;
import dev.offramp.dashboard.Menu;
import dev.offramp.dashboard.Page;
import dev.offramp.dashboard.Permission;
import dev.offramp.dashboard.Route;
import dev.offramp.dashboard.Uses;
import dev.offramp.dashboard.Visit;
import dev.offramp.dashboard.outflows.Payees;
import dev.offramp.dashboard.part.Listed;
import dev.offramp.tenancy.CoolingOff;
import dev.offramp.withdrawals.SavedAddress;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The addresses that stablecoins may be withdrawn to, newest first.
record ListSavedAddresses(Uses uses) implements Page {

    static final String PATH = "/saved-addresses";
    static final String TITLE = "Saved addresses";

    /// A saved address in a line.
    ///
    /// @param opens when it may be withdrawn to, if it may not yet
    record Line(
            String id, Optional<String> label, String coin, String address, Instant savedAt, Optional<Instant> opens) {}

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
        Listed<SavedAddress> listed =
                Listed.of(visit, uses.savedAddresses().list(), visit.here().path(PATH), List.of("network"));
        CoolingOff coolingOff = visit.view(tx -> uses.tenancy().coolingOff(tx, visit.tenant()));
        List<Line> all = listed.items().stream()
                .map(saved -> line(saved, Payees.opening(coolingOff, saved.createdAt(), visit.now())))
                .toList();
        return Answer.page(TITLE, out -> JteaddressesGenerated.render(out, null, visit.here(), all, listed.pager()));
    }

    private static Line line(SavedAddress saved, Optional<Instant> opens) {
        return new Line(
                saved.id().toString(),
                saved.label(),
                coin(saved),
                saved.address().value(),
                saved.createdAt(),
                opens);
    }

    static String coin(SavedAddress saved) {
        return saved.token() + " on " + saved.network().network().displayName();
    }
}
