package dev.offramp.backups;

import dev.offramp.backups.BackupStore.Column;
import dev.offramp.db.Database;
import dev.offramp.db.DatabaseAddress;
import dev.offramp.lists.ListCheckpoints;
import dev.offramp.secrets.FileSecret;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One restore: load, look whether it is sound, show. What was not shown by the time it is closed was never there.
public final class Restore implements AutoCloseable {

    /// The schema in which tables lie until they are shown.
    private static final String STAGING = "offramp_restore";

    private static final int CONNECTIONS = 2;

    private final DatabaseAddress into;
    private final Source source;
    private final Progress progress;
    private final RestoreStore store = new RestoreStore();
    private boolean isStaged;

    /// What is restored.
    record Source(Path file, FileSecret secret, Manifest manifest) {}

    Restore(DatabaseAddress into, Source source, Progress progress) {
        this.into = into;
        this.source = source;
        this.progress = progress;
    }

    /// Loads everything beside its place.
    ///
    /// @return why not; nothing is left behind then
    public Optional<Refusal> load() {
        Optional<Refusal> unusable = stage();
        if (unusable.isPresent()) {
            return unusable;
        }
        try (Database staging =
                Database.prepare(staging(), CONNECTIONS, source.manifest().version())) {
            return fill(staging);
        }
    }

    private Optional<Refusal> stage() {
        try (Database db = Database.openAsItIs(into, CONNECTIONS)) {
            return db.transact(tx -> {
                if (store.isUsed(tx)) {
                    return Optional.of(new Refusal.NotEmpty());
                }
                if (store.target(tx).isEmpty() || !store.mayMakeSchemas(tx)) {
                    return Optional.of(new Refusal.NotOwner());
                }
                // One that was killed left its own.
                store.drop(tx, STAGING);
                store.create(tx, STAGING);
                isStaged = true;
                return Optional.<Refusal>empty();
            });
        }
    }

    /// Where what was loaded lies, for whoever looks whether it is sound: to a program that opens this it is a database
    /// like any other.
    public DatabaseAddress staging() {
        return into.inSchema(STAGING);
    }

    private Optional<Refusal> fill(Database staging) {
        try (BackupReader backup = reopen()) {
            if (!tables(staging).equals(expected())) {
                return notWhole("its tables are others than this program makes");
            }
            backup.keys();
            staging.run(tx -> store.empty(tx, List.copyOf(tables(staging).keySet())));
            Optional<Refusal> refusal = rows(staging, backup);
            backup.end();
            staging.run(tx -> source.manifest().sequences().forEach(sequence -> store.setSequence(tx, sequence)));
            return refusal;
        } catch (CopyFailed e) {
            return notWhole(e.getMessage());
        } catch (UncheckedIOException e) {
            return notWhole(Backups.words(e.getCause()));
        } catch (IOException e) {
            return notWhole(Backups.words(e));
        }
    }

    /// It was read before: whoever changed it since shows here.
    private BackupReader reopen() throws IOException {
        return switch (BackupReader.open(source.file(), source.secret())) {
            case BackupReader.Opened.Open(BackupReader reader) -> reader;
            case BackupReader.Opened.Closed(Refusal why) -> throw new Malformed(why.words());
        };
    }

    /// The columns of each table that the migrations have made.
    private static Map<String, List<String>> tables(Database staging) {
        Map<String, List<String>> tables = new HashMap<>();
        staging.transact(tx -> new BackupStore().columns(tx))
                .forEach((table, columns) ->
                        tables.put(table, columns.stream().map(Column::name).toList()));
        tables.keySet().removeAll(ListCheckpoints.OF_ONE_SERVER);
        return tables;
    }

    private Map<String, List<String>> expected() {
        Map<String, List<String>> tables = new HashMap<>();
        source.manifest().tables().forEach(table -> tables.put(table.name(), table.columns()));
        return tables;
    }

    private Optional<Refusal> rows(Database staging, BackupReader backup) throws IOException {
        long before = 0;
        for (Manifest.Table table : source.manifest().tables()) {
            long from = before;
            CountedRows section = new CountedRows(
                    backup.section(),
                    done -> progress.at(
                            "rows loaded", from + done, source.manifest().rows()));
            long rows = load(staging, table, section);
            if (rows != table.rows()) {
                return notWhole("table " + table.name() + " has " + rows + " rows instead of " + table.rows());
            }
            before += rows;
        }
        return Optional.empty();
    }

    /// Autovacuum would come late for the first questions.
    private long load(Database staging, Manifest.Table table, InputStream section) {
        return staging.transact(tx -> {
            try {
                long rows = store.copy(tx, table, section);
                store.analyse(tx, table.name());
                return rows;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static Optional<Refusal> notWhole(String why) {
        return Optional.of(new Refusal.NotWhole(why));
    }

    /// Puts what was loaded in its place, in one transaction.
    ///
    /// @return why not; the database is as it was then
    public Optional<Refusal> show() {
        try (Database db = Database.openAsItIs(into, CONNECTIONS)) {
            return db.transact(tx -> {
                if (store.isUsed(tx)) {
                    return Optional.of(new Refusal.NotEmpty());
                }
                store.move(tx, STAGING, store.target(tx).orElseThrow());
                isStaged = false;
                return Optional.<Refusal>empty();
            });
        }
    }

    /// Takes away what was not shown.
    @Override
    public void close() {
        if (isStaged) {
            try (Database db = Database.openAsItIs(into, CONNECTIONS)) {
                db.run(tx -> store.drop(tx, STAGING));
            }
        }
    }
}
