package dev.offramp.bench;

import dev.offramp.app.Platform;
import dev.offramp.chains.simulated.SimulatedChains;
import dev.offramp.db.Database;
import dev.offramp.db.DatabaseAddress;
import dev.offramp.db.EmbeddedPostgres;
import dev.offramp.keys.TestKeys;
import dev.offramp.money.Fiat;
import dev.offramp.payouts.Rail;
import dev.offramp.payouts.Rails;
import dev.offramp.payouts.simulated.SimulatedRail;
import dev.offramp.people.SignUpRule;
import dev.offramp.secrets.TestServerKey;
import dev.offramp.tenancy.Environment;
import dev.offramp.traces.Traces;
import dev.offramp.webhooks.WebhookClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// An embedded database with its usual, durable settings that is thrown away, and the platform of a benchmark.
public final class ScratchDatabase implements AutoCloseable {

    /// Blocks are mined by hand.
    private static final Duration NO_CLOCK = Duration.ofDays(365);

    private final Path folder;
    private final EmbeddedPostgres postgres;

    private ScratchDatabase(Path folder, EmbeddedPostgres postgres) {
        this.folder = folder;
        this.postgres = postgres;
    }

    public static ScratchDatabase start() {
        Path folder = temporary();
        return new ScratchDatabase(folder, EmbeddedPostgres.start(folder, new SecureRandom()));
    }

    public DatabaseAddress address() {
        return postgres.address();
    }

    @Override
    public void close() {
        postgres.close();
        delete(folder);
    }

    /// The server's rooms on `db`, with the simulated chains and the simulated rail, and receivers that take
    /// everything.
    public static Platform platform(Database db) {
        InstantSource clock = InstantSource.system();
        SecureRandom random = new SecureRandom();
        Rail rail = SimulatedRail.create(db, clock);
        return Platform.create(new Platform.Parts(
                db,
                clock,
                random,
                random,
                TestServerKey.create(),
                TestKeys.create(),
                SimulatedChains.create(db, 1, NO_CLOCK, clock),
                NO_CLOCK,
                List.of(),
                List.of(),
                Rails.none().with(Environment.DEVELOPMENT, Fiat.NGN, rail),
                call -> new WebhookClient.Answer.Responded(200, "", Optional.empty()),
                Runnable::run,
                Set.of(Environment.DEVELOPMENT),
                SignUpRule.CLOSED,
                Optional.empty(),
                false,
                "http://localhost",
                Traces.NONE));
    }

    /// A new folder.
    public static Path temporary() {
        try {
            return Files.createTempDirectory("offramp-bench");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A folder with all in it.
    public static void delete(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
