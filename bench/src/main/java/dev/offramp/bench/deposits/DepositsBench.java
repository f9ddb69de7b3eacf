package dev.offramp.bench.deposits;

import dev.offramp.app.Loop;
import dev.offramp.app.Platform;
import dev.offramp.bench.ScratchDatabase;
import dev.offramp.db.Database;
import dev.offramp.db.DatabaseAddress;
import dev.offramp.jobs.Loops;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Optional;

/// Deposits lie deep enough on the simulated chain; the clock runs from the first look at it until each is credited,
/// its payout completed and the records of all its events written. Delivering the events is not part of it.
///
/// The database is the embedded one with its usual, durable settings, unless another is named.
public final class DepositsBench {

    /// Deposits before anything is measured: a server runs for months, its first seconds are spent compiling.
    private static final int WARM_UP = 20_000;

    private static final Duration PATIENCE = Duration.ofMinutes(8);

    private final PrintStream out;
    private final int deposits;
    private final int connections;
    private final boolean hasYardstick;

    /// @param hasYardstick whether pgbench runs before and after
    public DepositsBench(PrintStream out, int deposits, int connections, boolean hasYardstick) {
        this.out = out;
        this.deposits = deposits;
        this.connections = connections;
        this.hasYardstick = hasYardstick;
    }

    /// @param tenants tenants of the first run; the second has one
    public void run(int tenants) {
        try (ScratchDatabase scratch = ScratchDatabase.start()) {
            runOn(scratch.address(), tenants);
        }
    }

    public void runOn(DatabaseAddress address, int tenants) {
        try (Database db = Database.open(address, connections)) {
            Optional<PgBench> pgbench = hasYardstick ? PgBench.find(address) : Optional.empty();
            pgbench.ifPresent(PgBench::prepare);
            Optional<Double> before = pgbench.map(each -> each.run(connections));
            measure(db, WARM_UP, tenants);
            double spread = measure(db, deposits, tenants);
            double single = measure(db, deposits, 1);
            out.printf("over %d tenants: %.0f deposits/s%n", tenants, spread);
            out.printf("all to one:      %.0f deposits/s%n", single);
            pgbench.ifPresent(each -> compare(before.orElseThrow(), each.run(connections), spread, single));
        }
    }

    private void compare(double before, double after, double spread, double single) {
        double yardstick = (before + after) / 2;
        out.printf(
                "pgbench (TPC-B, prepared, %d connections): %.0f/s before, %.0f/s after%n", connections, before, after);
        out.printf("times pgbench: %.2f spread, %.2f all to one%n", spread / yardstick, single / yardstick);
    }

    private double measure(Database db, int deposits, int tenants) {
        Platform platform = ScratchDatabase.platform(db);
        Load load = new Load(platform, deposits, tenants);
        load.prepare();
        long startedAt = System.nanoTime();
        StageTimes times = new StageTimes(out);
        try (Loops loops = new Loops()) {
            for (Loop loop : platform.loops()) {
                if (isPartOfIt(loop)) {
                    loops.start(times.timed(loop.step()), loop.rest());
                }
            }
            load.awaitEnd(PATIENCE);
        }
        double seconds = (System.nanoTime() - startedAt) / 1e9;
        out.printf("%d deposits to %d tenants in %.1f s%n", deposits, tenants, seconds);
        times.print(seconds);
        return deposits / seconds;
    }

    private static boolean isPartOfIt(Loop loop) {
        String name = loop.step().name();
        return !name.startsWith("webhooks.")
                && !name.startsWith("ledger.checkpoint")
                && (!name.startsWith("deposits.watch") || name.contains("solana"));
    }
}
