package dev.offramp.app;

import dev.offramp.backups.Backups;
import dev.offramp.backups.Examined;
import dev.offramp.backups.Manifest;
import dev.offramp.backups.Refusal;
import dev.offramp.backups.Restore;
import dev.offramp.secrets.FileSecret;
import dev.offramp.secrets.KeyFolder;
import dev.offramp.trail.Action;
import dev.offramp.trail.Actor;
import dev.offramp.trail.Details;
import dev.offramp.trail.NewEntry;
import dev.offramp.trail.Subject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Makes an installation of a backup, whole and with sound books, or leaves everything as it was.
public final class Restoration {

    private final Settings settings;
    private final Surroundings around;
    private final Backups backups;
    private final boolean despiteFaults;

    /// @param despiteFaults whether unsound books are restored all the same
    public Restoration(Settings settings, Surroundings around, Backups backups, boolean despiteFaults) {
        this.settings = settings;
        this.around = around;
        this.backups = backups;
        this.despiteFaults = despiteFaults;
    }

    /// What it came to.
    public sealed interface Outcome {

        /// @param keys the files that were made in the keys folder
        /// @param faults of the books; none unless they were asked for
        record Restored(Manifest manifest, List<String> keys, List<String> faults) implements Outcome {}

        record Refused(Refusal why) implements Outcome {}
    }

    public Outcome run(Path file, FileSecret secret) {
        return switch (backups.read(file, secret)) {
            case Backups.Reading.Refused(Refusal why) -> new Outcome.Refused(why);
            case Backups.Reading.Whole(Examined backup) -> {
                Optional<Refusal> keys = unfit(KeyFolder.at(settings.keys()), backup);
                yield keys.isPresent() ? new Outcome.Refused(keys.get()) : run(file, secret, backup);
            }
        };
    }

    /// The keys that are here must be those of the backup, and the server key must come from somewhere.
    private Optional<Refusal> unfit(KeyFolder folder, Examined backup) {
        for (String name : backup.manifest().keys()) {
            byte[] wanted = backup.keys().get(name);
            if (folder.read(name).filter(here -> !Arrays.equals(here, wanted)).isPresent()) {
                return Optional.of(new Refusal.KeyInTheWay(folder.path(name)));
            }
        }
        if (backup.keys().containsKey(KeyFolder.SERVER_KEY)) {
            return Optional.empty();
        }
        Optional<String> here = folder.serverFingerprint(around.secureRandom());
        if (here.isEmpty()) {
            return Optional.of(new Refusal.KeyMissing(folder.path(KeyFolder.SERVER_KEY)));
        }
        return here.equals(backup.manifest().serverKey())
                ? Optional.empty()
                : Optional.of(new Refusal.KeyInTheWay(folder.path(KeyFolder.SERVER_KEY)));
    }

    private Outcome run(Path file, FileSecret secret, Examined backup) {
        try (Storage storage = Storage.take(settings, around);
                Restore restore = backups.restore(storage.address(), file, secret, backup.manifest())) {
            Optional<Refusal> unloaded = restore.load();
            return unloaded.isPresent() ? new Outcome.Refused(unloaded.get()) : check(restore, storage.keys(), backup);
        }
    }

    private Outcome check(Restore restore, KeyFolder folder, Examined backup) {
        List<String> made = new ArrayList<>();
        boolean isShown = false;
        try {
            backup.keys().forEach((name, content) -> {
                if (folder.make(name, content)) {
                    made.add(name);
                }
            });
            List<String> faults = open(restore, backup.manifest());
            Optional<Refusal> refusal =
                    faults.isEmpty() || despiteFaults ? restore.show() : Optional.of(new Refusal.Unsound(faults));
            isShown = refusal.isEmpty();
            return isShown
                    ? new Outcome.Restored(backup.manifest(), List.copyOf(made), faults)
                    : new Outcome.Refused(refusal.get());
        } finally {
            if (!isShown) {
                made.forEach(folder::takeBack);
            }
        }
    }

    /// Opening it migrates on to what this program wants. The audit log goes on where the backup ends: its entry says
    /// that what came after is gone.
    ///
    /// @return the faults of the books
    private List<String> open(Restore restore, Manifest manifest) {
        try (Installation restored = Installation.over(restore.staging(), settings, around)) {
            List<String> faults = restored.reconciliation().faults();
            Platform platform = restored.platform();
            platform.db().run(tx -> platform.trail().record(tx, entry(manifest)));
            return faults;
        }
    }

    private NewEntry entry(Manifest manifest) {
        return NewEntry.of(
                        new Actor.CommandLine(around.user()),
                        Action.RESTORED,
                        new Subject(Subject.Kind.INSTALLATION, "all"))
                .after(Details.of("moment", manifest.moment().toString()).with("program", manifest.program()));
    }
}
