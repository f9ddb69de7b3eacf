package dev.offramp.dashboard.held;

import dev.offramp.chains.Address;
import dev.offramp.chains.ChainId;
import dev.offramp.dashboard.Access;
import dev.offramp.dashboard.Answer;
import dev.offramp.dashboard.Menu;
import dev.offramp.dashboard.Page;
import dev.offramp.dashboard.Route;
import dev.offramp.dashboard.Visit;
import dev.offramp.dashboard.part.Figures;
import dev.offramp.dashboard.part.Places;
import dev.offramp.db.Transaction;
import dev.offramp.deposits.Arrival;
import dev.offramp.deposits.Deposits;
import dev.offramp.tenancy.IntegrationId;
import dev.offramp.tenancy.Tenancy;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Transfers to our addresses that are no deposits: unknown tokens, dust.
record ShowArrivals(Deposits deposits, Tenancy tenancy) implements Page {

    private static final int SHOWN_MAX = 200;

    /// An arrival in a line.
    ///
    /// @param contract empty for the network's own coin
    /// @param units in the token's smallest unit, since nobody knows its decimals
    record Line(
            Instant seen,
            Places.Owner owner,
            String chain,
            String address,
            Optional<String> contract,
            String units,
            String why,
            String tx) {}

    @Override
    public Route route() {
        return Route.get("/operator/arrivals");
    }

    @Override
    public Access access() {
        return Access.operator();
    }

    @Override
    public Optional<Menu> menu() {
        return Optional.of(new Menu(Menu.Group.OPERATOR, "Other arrivals"));
    }

    @Override
    public Answer answer(Visit visit) {
        List<Line> lines = visit.view(this::lines);
        return Answer.page("Other arrivals", out -> JtearrivalsGenerated.render(out, null, lines));
    }

    private List<Line> lines(Transaction tx) {
        Map<IntegrationId, Places.Owner> owners = Places.owners(tenancy.integrations(tx));
        return deposits.arrivals(tx, SHOWN_MAX).stream()
                .map(arrival -> line(arrival, owners.get(arrival.tenant().integration())))
                .toList();
    }

    private static Line line(Arrival arrival, Places.Owner owner) {
        return new Line(
                arrival.seenAt(),
                owner,
                Places.name(new ChainId(arrival.tenant().environment(), arrival.network())),
                arrival.address().value(),
                arrival.contract().map(Address::value),
                Figures.number(new BigDecimal(arrival.units())),
                arrival.why().text(),
                arrival.tx().value());
    }
}
