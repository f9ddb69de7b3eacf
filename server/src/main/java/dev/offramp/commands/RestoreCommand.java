package dev.offramp.commands;

import dev.offramp.app.Restoration;
import dev.offramp.app.Settings;
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

/// `restore`: a backup into an empty database.
@Command(
        name = "restore",
        description = "Load a backup into an empty database, embedded or external, of any PostgreSQL from 15 on. All or"
                + " nothing: the file is read to its end before anything is touched, and the books are checked before"
                + " anything can be seen. No server may run on the data folder.")
final class RestoreCommand implements Callable<Integer> {

    private final Desk desk;

    @Parameters(paramLabel = "FILE", description = "What the command backup has written.")
    private Path file = Path.of("");

    @Mixin
    private SecretChoice choice = new SecretChoice();

    @Option(
            names = "--despite-faults",
            description = "Restore also where the check of the books finds faults, and say which. Exit code 1.")
    private boolean despiteFaults;

    @Mixin
    private JsonOption json = new JsonOption();

    RestoreCommand(Desk desk) {
        this.desk = desk;
    }

    /// @param schema version of the backup; the database is of this program's now
    /// @param keysMade files that were put into the keys folder
    private record Restored(
            String file,
            Instant moment,
            String program,
            int schema,
            int tables,
            long rows,
            List<String> keysMade,
            boolean isSound,
            List<String> faults) {}

    @Override
    public Integer call() {
        Settings settings = desk.quietSettings();
        FileSecret secret = choice.secret(desk, false);
        return switch (new Restoration(settings, desk.around(), desk.backups(), despiteFaults).run(file, secret)) {
            case Restoration.Outcome.Refused(Refusal why) -> throw new CommandRefused(why.words());
            case Restoration.Outcome.Restored(Manifest manifest, List<String> keys, List<String> faults) -> {
                desk.print(json.on(), restored(manifest, keys, faults));
                yield faults.isEmpty() ? 0 : 1;
            }
        };
    }

    private Restored restored(Manifest manifest, List<String> keys, List<String> faults) {
        return new Restored(
                file.toString(),
                manifest.moment(),
                manifest.program(),
                manifest.version(),
                manifest.tables().size(),
                manifest.rows(),
                keys,
                faults.isEmpty(),
                faults);
    }
}
