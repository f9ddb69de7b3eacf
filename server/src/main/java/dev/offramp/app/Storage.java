package dev.offramp.app;

import dev.offramp.backups.Backups;
import dev.offramp.db.Database;
import dev.offramp.db.DatabaseAddress;
import dev.offramp.db.EmbeddedPostgres;
import dev.offramp.secrets.FileSecret;
import dev.offramp.secrets.KeyFolder;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/// An installation's database and its keys as they lie, without the rooms upon them: nothing is made, migrated or
/// opened. For what concerns all of it at once.
public final class Storage implements AutoCloseable {

    private static final int CONNECTIONS = 2;

    private final Opened opened = new Opened();
    private final DatabaseAddress address;
    private final KeyFolder keys;

    private Storage(Settings settings, Function<Path, EmbeddedPostgres> opening) {
        this.address = settings.database()
                .orElseGet(() -> opened.keep(opening.apply(settings.data())).address());
        this.keys = KeyFolder.at(settings.keys());
    }

    /// Joins what a running server works on, or opens it alone.
    ///
    /// @throws dev.offramp.db.StartRefused when the embedded database does not start
    public static Storage join(Settings settings, Surroundings around) {
        return new Storage(settings, data -> EmbeddedPostgres.startOrJoin(data, around.secureRandom()));
    }

    /// Whether there is anything to join: a data folder that nobody has started on holds nothing.
    public static boolean isMade(Settings settings) {
        return settings.database().isPresent() || EmbeddedPostgres.isMade(settings.data());
    }

    /// Takes it for itself as far as that can be seen: no server of this program runs on the embedded database.
    ///
    /// @throws dev.offramp.db.StartRefused when one does
    static Storage take(Settings settings, Surroundings around) {
        return new Storage(settings, data -> EmbeddedPostgres.start(data, around.secureRandom()));
    }

    DatabaseAddress address() {
        return address;
    }

    /// Makes a backup of it.
    ///
    /// @param withKeys whether the key files are taken along
    public Backups.Making backUp(Backups backups, Path file, FileSecret secret, boolean withKeys) {
        return backups.make(database(), file, secret, withKeys ? Optional.of(keys) : Optional.empty());
    }

    /// The database, whatever is in it; closed with this.
    public Database database() {
        return opened.keep(Database.openAsItIs(address, CONNECTIONS));
    }

    public KeyFolder keys() {
        return keys;
    }

    @Override
    public void close() {
        opened.close();
    }
}
