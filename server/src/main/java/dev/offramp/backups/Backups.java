package dev.offramp.backups;

import dev.offramp.backups.BackupStore.Column;
import dev.offramp.db.Database;
import dev.offramp.db.DatabaseAddress;
import dev.offramp.db.Migrations;
import dev.offramp.db.Transaction;
import dev.offramp.lists.ListCheckpoints;
import dev.offramp.secrets.BrokenSeal;
import dev.offramp.secrets.FileSecret;
import dev.offramp.secrets.Fingerprints;
import dev.offramp.secrets.KeyFolder;
import dev.offramp.secrets.SealedFile;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.zip.ZipException;

/// Makes backups and reads them.
public final class Backups {

    /// A change of anything in a file, or of how its key is made, is another format.
    static final SealedFile FORMAT = new SealedFile("offramp-backup", 1);

    private final String program;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final Progress progress;

    private Backups(String program, InstantSource clock, RandomGenerator random, Progress progress) {
        this.program = program;
        this.clock = clock;
        this.random = random;
        this.progress = progress;
    }

    /// @param program its version
    /// @param random a [java.security.SecureRandom] in a running program
    public static Backups create(String program, InstantSource clock, RandomGenerator random, Progress progress) {
        return new Backups(program, clock, random, progress);
    }

    /// What making one came to.
    public sealed interface Making {

        /// @param bytes of the file
        record Made(Manifest manifest, long bytes) implements Making {}

        record Refused(Refusal why) implements Making {}
    }

    /// What reading one came to.
    public sealed interface Reading {

        record Whole(Examined backup) implements Reading {}

        record Refused(Refusal why) implements Reading {}
    }

    /// Writes everything in the database, as it is at one moment, into a new file. Servers may go on working; what they
    /// clear away is kept by the database until this is done.
    ///
    /// @param keys the folder of the key files, where these are to be taken along
    public Making make(Database db, Path file, FileSecret secret, Optional<KeyFolder> keys) {
        if (Files.exists(file)) {
            return new Making.Refused(new Refusal.FileExists(file));
        }
        Optional<String> serverKey = serverKey(db);
        Optional<KeyFolder> foreign = keys.filter(folder ->
                serverKey.isPresent() && !folder.serverFingerprint(random).equals(serverKey));
        if (foreign.isPresent()) {
            return new Making.Refused(new Refusal.OtherKeys(foreign.get().toString()));
        }
        try (PartFile part = PartFile.beside(file)) {
            Outline outline = new Outline(serverKey, keys.map(KeyFolder::files).orElse(Map.of()));
            Making outcome = db.view(tx -> make(tx, outline, part, secret));
            return outcome instanceof Making.Made(Manifest manifest, long _)
                    ? new Making.Made(manifest, part.complete())
                    : outcome;
        } catch (IOException e) {
            return new Making.Refused(new Refusal.FileUnusable(file, words(e)));
        } catch (UncheckedIOException e) {
            return new Making.Refused(new Refusal.FileUnusable(file, words(e.getCause())));
        } catch (CopyFailed e) {
            return new Making.Refused(new Refusal.BrokenOff(e.getMessage()));
        }
    }

    /// What is known before the snapshot.
    private record Outline(Optional<String> serverKey, Map<String, byte[]> keys) {}

    private static Optional<String> serverKey(Database db) {
        boolean hasTables = db.transact(tx -> new BackupStore().hasHistory(tx));
        return hasTables ? Fingerprints.create(db).of(KeyFolder.SERVER_FINGERPRINT) : Optional.empty();
    }

    private Making make(Transaction tx, Outline outline, PartFile part, FileSecret secret) {
        BackupStore store = new BackupStore();
        store.settle(tx);
        List<Integer> migrations = store.hasHistory(tx) ? store.migrations(tx) : List.of();
        if (migrations.isEmpty() || outline.serverKey().isEmpty()) {
            return new Making.Refused(new Refusal.NothingToKeep());
        }
        if (migrations.getLast() > Migrations.known().getLast()) {
            return new Making.Refused(new Refusal.NewerSchema("the database", migrations.getLast()));
        }
        Map<String, List<Column>> columns = store.columns(tx);
        columns.keySet().removeAll(ListCheckpoints.OF_ONE_SERVER);
        BackupWriter writer = new BackupWriter(outline.keys(), progress);
        Manifest manifest = new Manifest(
                program,
                clock.instant(),
                migrations,
                outline.serverKey(),
                new ArrayList<>(outline.keys().keySet()),
                writer.tables(tx, columns),
                store.sequences(tx));
        try {
            writer.write(tx, manifest, columns, FORMAT.begin(part.out(), secret, random));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Making.Made(manifest, 0);
    }

    /// Reads a file from its first byte to its last.
    public Reading read(Path file, FileSecret secret) {
        try {
            return switch (BackupReader.open(file, secret)) {
                case BackupReader.Opened.Closed(Refusal why) -> new Reading.Refused(why);
                case BackupReader.Opened.Open(BackupReader reader) -> read(reader);
            };
        } catch (BrokenSeal | Malformed | ZipException | EOFException _) {
            return new Reading.Refused(new Refusal.Altered(file));
        } catch (IOException e) {
            return new Reading.Refused(new Refusal.FileUnusable(file, words(e)));
        }
    }

    private Reading read(BackupReader reader) throws IOException {
        try (reader) {
            Examined examined = new Examination(progress).of(reader);
            Optional<Refusal> unfit = unfit(examined.manifest());
            return unfit.isPresent() ? new Reading.Refused(unfit.get()) : new Reading.Whole(examined);
        }
    }

    /// The versions up to the backup's must be just those that it has: then the program's own migrations make its
    /// tables.
    private static Optional<Refusal> unfit(Manifest manifest) {
        List<Integer> known = Migrations.known();
        if (manifest.version() > known.getLast()) {
            return Optional.of(new Refusal.NewerSchema("the backup", manifest.version()));
        }
        List<Integer> ours =
                known.stream().filter(version -> version <= manifest.version()).toList();
        return ours.equals(manifest.migrations())
                ? Optional.empty()
                : Optional.of(new Refusal.OtherSchema(manifest.version()));
    }

    /// The way back of a backup that was read.
    public Restore restore(DatabaseAddress into, Path file, FileSecret secret, Manifest manifest) {
        return new Restore(into, new Restore.Source(file, secret, manifest), progress);
    }

    /// What the system says, without the file's name where that is in it.
    static String words(IOException e) {
        String reason = switch (e) {
            case NoSuchFileException _ -> "there is no such file or folder";
            case AccessDeniedException _ -> "it may not be touched";
            case FileSystemException system -> system.getReason();
            default -> e.getMessage();
        };
        return reason == null ? e.getClass().getSimpleName() : reason;
    }
}
