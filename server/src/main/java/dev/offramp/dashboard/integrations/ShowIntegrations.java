package dev.offramp.dashboard.integrations;

import dev.offramp.dashboard.Access;
import dev.offramp.dashboard.Answer;
import dev.offramp.dashboard.Menu;
import dev.offramp.dashboard.Page;
import dev.offramp.dashboard.Route;
import dev.offramp.dashboard.Visit;
import dev.offramp.dashboard.part.Badge;
import dev.offramp.dashboard.part.Figures;
import dev.offramp.dashboard.part.Places;
import dev.offramp.db.Transaction;
import dev.offramp.deposits.Deposits;
import dev.offramp.deposits.Volume;
import dev.offramp.tenancy.Environment;
import dev.offramp.tenancy.Integration;
import dev.offramp.tenancy.Tenancy;
import dev.offramp.tenancy.Tenant;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// All businesses, those that wait for approval first.
record ShowIntegrations(Tenancy tenancy, Deposits deposits) implements Page {

    private static final Duration LATELY = Duration.ofDays(30);
    private static final int CENTS = 2;

    /// A business in a line, with what it was credited lately.
    record Line(Integration integration, Volume production, Volume development) {

        String path() {
            return Places.owner(integration).path();
        }

        String volume(Volume volume) {
            return Figures.number(volume.usd().setScale(CENTS, RoundingMode.DOWN)) + " USD in "
                    + Figures.count(volume.deposits());
        }

        Badge active() {
            return ShowIntegrations.active(integration);
        }

        Badge approved() {
            return ShowIntegrations.approved(integration);
        }
    }

    static Badge active(Integration integration) {
        return integration.isActive() ? Badge.good("Active") : Badge.bad("Suspended");
    }

    static Badge approved(Integration integration) {
        return integration.productionApproved() ? Badge.good("Approved") : Badge.waiting("Not approved");
    }

    @Override
    public Route route() {
        return Route.get("/operator/integrations");
    }

    @Override
    public Access access() {
        return Access.operator();
    }

    @Override
    public Optional<Menu> menu() {
        return Optional.of(new Menu(Menu.Group.OPERATOR, "Integrations"));
    }

    @Override
    public Answer answer(Visit visit) {
        List<Line> lines = visit.view(tx -> lines(tx, visit));
        return Answer.page("Integrations", out -> JteintegrationsGenerated.render(out, null, lines));
    }

    private List<Line> lines(Transaction tx, Visit visit) {
        Map<Tenant, Volume> volumes = deposits.volumes(tx, visit.now().minus(LATELY));
        return tenancy.integrations(tx).stream()
                .map(integration -> new Line(
                        integration,
                        volume(volumes, integration, Environment.PRODUCTION),
                        volume(volumes, integration, Environment.DEVELOPMENT)))
                .toList();
    }

    private static Volume volume(Map<Tenant, Volume> volumes, Integration integration, Environment environment) {
        return volumes.getOrDefault(new Tenant(integration.id(), environment), Volume.NONE);
    }
}
