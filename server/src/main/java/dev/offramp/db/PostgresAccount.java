package dev.offramp.db;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// As whom PostgreSQL runs. It refuses to be root, and rightly so.
///
/// A data folder stays with the account it was made for, told by the folder's owner.
sealed interface PostgresAccount {

    /// We are a plain user, and PostgreSQL runs as the same.
    record Same() implements PostgresAccount {}

    /// We are root; PostgreSQL runs as an account without powers.
    record Other(int user, int group) implements PostgresAccount {}

    /// We are root in a place other accounts cannot reach (below `/root`, say), or there is no other account:
    /// PostgreSQL runs in a user namespace of its own, where root's files are its files but root's powers are gone.
    record Namespace() implements PostgresAccount {}

    int ROOT = 0;

    List<String> CANDIDATES = List.of("postgres", "nobody");

    /// The account for a data folder that is to be made in `parent`, readable programs included.
    static PostgresAccount forNew(Path parent, int we) {
        if (we != ROOT) {
            return new Same();
        }
        Optional<PostgresAccount> other = CANDIDATES.stream()
                .flatMap(PostgresAccount::named)
                .filter(account -> Commands.succeeds(account.command(List.of("test", "-x", parent.toString()))))
                .findFirst();
        return other.orElseGet(PostgresAccount::namespace);
    }

    /// The account that owns the data folder `directory`.
    static PostgresAccount ofExisting(Path directory, int we) throws IOException {
        int user = (int) Files.getAttribute(directory, "unix:uid", LinkOption.NOFOLLOW_LINKS);
        if (we != ROOT && user != we) {
            throw new StartRefused("the database in " + directory + " belongs to another user ("
                    + Files.getOwner(directory) + "): start as that user");
        }
        if (we != ROOT) {
            return new Same();
        }
        return user == ROOT ? namespace() : new Other(user, (int) Files.getAttribute(directory, "unix:gid"));
    }

    private static Stream<PostgresAccount> named(String name) {
        try {
            Commands.Finished user = Commands.run(List.of("id", "-u", name));
            Commands.Finished group = Commands.run(List.of("id", "-g", name));
            return user.isSuccess() && group.isSuccess()
                    ? Stream.of(new Other(Integer.parseInt(user.output()), Integer.parseInt(group.output())))
                    : Stream.of();
        } catch (IOException e) {
            return Stream.of();
        }
    }

    private static PostgresAccount namespace() {
        Namespace namespace = new Namespace();
        if (!Commands.succeeds(namespace.command(List.of("true")))) {
            throw new StartRefused("PostgreSQL cannot run as root here: start as another user, keep OFFRAMP_DATA where"
                    + " the account postgres or nobody can reach it, or name a server in OFFRAMP_DATABASE_URL");
        }
        return namespace;
    }

    /// `command` as this account runs it.
    default List<String> command(List<String> command) {
        List<String> whole = new ArrayList<>(
                switch (this) {
                    case Same same -> List.of();
                    case Other other ->
                        List.of("setpriv", "--reuid=" + other.user, "--regid=" + other.group, "--clear-groups", "--");
                    case Namespace namespace -> List.of("unshare", "--user", "--");
                });
        whole.addAll(command);
        return List.copyOf(whole);
    }

    /// Makes `path` this account's own.
    default void give(Path path) throws IOException {
        if (this instanceof Other other) {
            Files.setAttribute(path, "unix:uid", other.user, LinkOption.NOFOLLOW_LINKS);
            Files.setAttribute(path, "unix:gid", other.group, LinkOption.NOFOLLOW_LINKS);
        }
    }
}
