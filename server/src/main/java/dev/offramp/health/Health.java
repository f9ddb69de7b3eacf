package dev.offramp.health;

import dev.offramp.assets.Assets;
import dev.offramp.bulletins.Bulletins;
import dev.offramp.bulletins.IncidentChange;
import dev.offramp.bulletins.NewIncident;
import dev.offramp.bulletins.Stage;
import dev.offramp.chains.ChainId;
import dev.offramp.db.Database;
import dev.offramp.db.Transaction;
import dev.offramp.deposits.Deposits;
import dev.offramp.jobs.Step;
import dev.offramp.payouts.Payouts;
import dev.offramp.rates.Rates;
import dev.offramp.requests.Requests;
import dev.offramp.webhooks.Webhooks;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// How everything stands and stood.
public final class Health {

    /// Each process measures so often, unless another one has.
    public static final Duration MEASURED_EVERY = MeasureStep.EVERY;

    private final Uses uses;
    private final Findings findings;
    private final Board board;
    private final Pulse pulse;
    private final StandingStore standings = new StandingStore();

    /// What it looks at, and where it writes of what it finds.
    public record Uses(
            Database db,
            InstantSource clock,
            Deposits deposits,
            Payouts payouts,
            Webhooks webhooks,
            Rates rates,
            Assets assets,
            Requests requests,
            Bulletins bulletins) {}

    private Health(Uses uses, Findings findings) {
        this.uses = uses;
        this.findings = findings;
        this.board = new Board(uses.db(), uses.clock(), uses.bulletins());
        this.pulse = new Pulse(uses.db(), uses.clock());
    }

    /// @param watched the chains that are followed, in the order of the page
    public static Health create(Uses uses, List<ChainId> watched, boolean isProductionEnabled) {
        Findings.Uses read = new Findings.Uses(
                uses.deposits(), uses.payouts(), uses.webhooks(), uses.rates(), uses.assets(), uses.requests());
        return new Health(uses, new Findings(read, List.copyOf(watched), isProductionEnabled));
    }

    /// The step that measures.
    ///
    /// @param probes what this process can ask of itself
    /// @param incidentAfter how long a component must be down before an incident is opened by itself
    public Step measureStep(List<Probe> probes, Duration incidentAfter) {
        Watch watch = new Watch(uses.bulletins(), incidentAfter);
        return new MeasureStep(uses.db(), uses.clock(), findings, probes, watch, board);
    }

    /// The step that forgets.
    public Step expireStep() {
        return new Expiry(uses.db(), uses.clock());
    }

    /// How each component was found at the last turn, in the order of the page.
    public List<Standing> standings(Transaction tx) {
        return standings.all(tx);
    }

    /// Writes an incident that begins now, about components that are measured.
    ///
    /// @param components codes, one at least
    public IncidentChange open(Transaction tx, String title, List<String> components, Stage stage, String said) {
        List<String> known = standings(tx).stream()
                .map(standing -> standing.component().code())
                .toList();
        Optional<String> unknown =
                components.stream().filter(code -> !known.contains(code)).findFirst();
        if (unknown.isPresent()) {
            return new IncidentChange.NoSuchComponent(unknown.get());
        }
        NewIncident incident = new NewIncident(
                title, components, Optional.empty(), uses.bulletins().now());
        return new IncidentChange.Done(uses.bulletins().begin(tx, incident, stage, said));
    }

    public Board board() {
        return board;
    }

    public Pulse pulse() {
        return pulse;
    }
}
