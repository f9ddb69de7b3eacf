package dev.offramp.metrics;

import dev.offramp.chains.ChainId;
import dev.offramp.db.Database;
import dev.offramp.deposits.Deposits;
import dev.offramp.health.Health;
import dev.offramp.jobs.Jobs;
import dev.offramp.jobs.LoopBook;
import dev.offramp.operations.Reconciliations;
import dev.offramp.payouts.Payouts;
import dev.offramp.trail.Trail;
import dev.offramp.web.Face;
import dev.offramp.web.RequestWatch;
import dev.offramp.webhooks.Webhooks;
import dev.offramp.withdrawals.Withdrawals;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Counts from its making on, and tells a machine that has the token.
public final class Metrics implements AutoCloseable {

    private final OwnSeries own;
    private final RequestCounts requests = new RequestCounts();
    private final LineCounts lines = LineCounts.begin();
    private final Face face;
    private Optional<Scrapes> scrapes = Optional.empty();

    /// The rooms that are asked.
    ///
    /// @param followed the chains that are followed here
    public record Uses(
            Database db,
            InstantSource clock,
            Deposits deposits,
            Payouts payouts,
            Withdrawals withdrawals,
            Webhooks webhooks,
            Jobs jobs,
            LoopBook loopBook,
            Reconciliations reconciliations,
            Trail trail,
            Health health,
            List<ChainId> followed) {

        public Uses {
            followed = List.copyOf(followed);
        }
    }

    /// @param limit how long a scrape waits for the database
    Metrics(Uses uses, int requestsMax, MetricsToken token, Duration limit) {
        LastReadings readings =
                new LastReadings(uses.db(), uses.clock(), (tx, now) -> Readings.read(tx, uses, now), limit);
        this.own = new OwnSeries(uses, new RequestSeries(requests, requestsMax), lines, readings);
        this.face = new MetricsFace(token, this::scrapes);
    }

    /// @param requestsMax how many requests are worked on at once
    public static Metrics create(Uses uses, int requestsMax, MetricsToken token) {
        return new Metrics(uses, requestsMax, token, LastReadings.LIMIT);
    }

    private synchronized Scrapes scrapes() {
        Scrapes made = scrapes.orElseGet(() -> new Scrapes(own));
        scrapes = Optional.of(made);
        return made;
    }

    /// What answers at `/metrics`.
    public Face face() {
        return face;
    }

    /// What is to be told of requests.
    public RequestWatch watch() {
        return requests;
    }

    /// Counts no lines of the log any more.
    @Override
    public synchronized void close() {
        lines.close();
        scrapes.ifPresent(Scrapes::close);
    }
}
