package dev.offramp.dashboard.chains;

import dev.offramp.assets.Asset;
import dev.offramp.assets.Assets;
import dev.offramp.dashboard.Visit;
import dev.offramp.dashboard.part.Badge;
import dev.offramp.dashboard.part.Figures;
import dev.offramp.dashboard.part.Places;
import dev.offramp.db.Transaction;
import dev.offramp.deposits.DecidedIncident;
import dev.offramp.deposits.Deposits;
import dev.offramp.deposits.Incident;
import dev.offramp.money.Fiat;
import dev.offramp.money.Money;
import dev.offramp.tenancy.IntegrationId;
import dev.offramp.tenancy.Tenancy;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// Reads incidents with what they are about, in one question each.
record IncidentsBody(Deposits deposits, Tenancy tenancy, Assets assets) {

    private static final int DECIDED_SHOWN = 50;

    /// What the page shows.
    record View(List<Open> open, List<Decided> decided) {}

    /// One that waits for a decision.
    ///
    /// @param canDismiss whether the chain has the deposit again, deep enough
    record Open(
            String deposit,
            String chain,
            String chainPath,
            Places.Owner owner,
            Places.Coins coins,
            String credited,
            String held,
            String missing,
            Instant noticedAt,
            Badge back,
            boolean isBack,
            boolean canDismiss) {

        String path() {
            return "/operator/incidents/" + deposit;
        }
    }

    /// One that was decided.
    record Decided(
            String deposit,
            String chain,
            Places.Owner owner,
            Places.Coins coins,
            Badge decision,
            String by,
            Instant at) {}

    View view(Visit visit) {
        return visit.view(this::read);
    }

    private View read(Transaction tx) {
        Map<IntegrationId, Places.Owner> owners = Places.owners(tenancy.integrations(tx));
        return new View(
                deposits.incidents(tx).stream()
                        .map(incident -> open(incident, owners))
                        .toList(),
                deposits.decidedIncidents(tx, DECIDED_SHOWN).stream()
                        .map(decided -> decided(decided, owners))
                        .toList());
    }

    private Open open(Incident incident, Map<IntegrationId, Places.Owner> owners) {
        int required =
                assets.find(incident.coins().asset()).map(Asset::confirmations).orElse(1);
        int confirmations = incident.back().map(Incident.Back::confirmations).orElse(0);
        return new Open(
                incident.deposit().toString(),
                Places.name(incident.chain()),
                Places.path(incident.chain()),
                owners.get(incident.tenant().integration()),
                coins(incident),
                money(incident.credited()),
                money(incident.held()),
                money(incident.shortfall()),
                incident.noticedAt(),
                back(incident, confirmations, required),
                incident.back().isPresent(),
                incident.back().isPresent() && confirmations >= required);
    }

    private static Badge back(Incident incident, int confirmations, int required) {
        if (incident.back().isEmpty()) {
            return Badge.bad("Gone");
        }
        String depth = Figures.count(confirmations) + " of " + Figures.count(required) + " blocks";
        return confirmations < required ? Badge.waiting("Back, " + depth) : Badge.good("Back, " + depth);
    }

    private Decided decided(DecidedIncident decided, Map<IntegrationId, Places.Owner> owners) {
        Incident incident = decided.incident();
        return new Decided(
                incident.deposit().toString(),
                Places.name(incident.chain()),
                owners.get(incident.tenant().integration()),
                coins(incident),
                decided.decision().equals("corrected") ? Badge.bad("Corrected") : Badge.good("Dismissed"),
                decided.by(),
                decided.at());
    }

    private Places.Coins coins(Incident incident) {
        return Places.coins(assets, incident.coins().asset(), incident.coins().units());
    }

    private static String money(Money money) {
        return Figures.number(money, Fiat.SCALE) + " " + money.asset().value();
    }
}
