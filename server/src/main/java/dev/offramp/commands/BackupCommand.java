package dev.offramp.commands;

import dev.offramp.app.Settings;
import dev.offramp.app.Storage;
import dev.offramp.backups.Backups;
import dev.offramp.backups.Manifest;
import dev.offramp.backups.Refusal;
import dev.offramp.secrets.FileSecret;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `backup`: everything in the database, in one sealed file.
@Command(
        name = "backup",
        description = "Write everything in the database, as it is at one moment, into one compressed and encrypted"
                + " file. Servers go on working.")
final class BackupCommand implements Callable<Integer> {

    private static final String WITHOUT_KEYS = "the keys: without %s no backup of this installation is worth anything."
            + " Keep a copy of that folder in another safe place, or use --with-keys.";

    private static final String ELSEWHERE =
            " The settings, the networks file, certificates and the file with the passphrase of the production seed";

    private final Desk desk;

    @Parameters(paramLabel = "FILE", description = "The new file. What exists is not overwritten.")
    private Path file = Path.of("");

    @Mixin
    private SecretChoice choice = new SecretChoice();

    @Option(
            names = "--with-keys",
            description = "Take the server key and the seeds along. Whoever has such a file and its passphrase has the"
                    + " installation; the production seed in it still needs a passphrase of its own.")
    private boolean withKeys;

    @Mixin
    private JsonOption json = new JsonOption();

    BackupCommand(Desk desk) {
        this.desk = desk;
    }

    /// @param schema version of the database
    /// @param keys the key files in it
    /// @param notInIt what must be kept beside it
    private record Made(
            String file,
            Instant moment,
            int schema,
            int tables,
            long rows,
            long bytes,
            List<String> keys,
            String notInIt) {}

    @Override
    public Integer call() {
        Settings settings = desk.quietSettings();
        if (!Storage.isMade(settings)) {
            throw new CommandRefused(new Refusal.NothingToKeep().words());
        }
        FileSecret secret = choice.secret(desk, true);
        Backups backups = desk.backups();
        try (Storage storage = Storage.join(settings, desk.around())) {
            return switch (storage.backUp(backups, file, secret, withKeys)) {
                case Backups.Making.Refused(Refusal why) -> throw new CommandRefused(why.words());
                case Backups.Making.Made(Manifest manifest, long bytes) ->
                    desk.print(json.on(), made(manifest, bytes, settings));
            };
        }
    }

    private Made made(Manifest manifest, long bytes, Settings settings) {
        return new Made(
                file.toString(),
                manifest.moment(),
                manifest.version(),
                manifest.tables().size(),
                manifest.rows(),
                bytes,
                manifest.keys(),
                notInIt(settings));
    }

    private String notInIt(Settings settings) {
        return withKeys
                ? ELSEWHERE.strip()
                : WITHOUT_KEYS.formatted(settings.keys().toAbsolutePath().normalize()) + ELSEWHERE;
    }
}
