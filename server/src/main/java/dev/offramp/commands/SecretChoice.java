package dev.offramp.commands;

import dev.offramp.secrets.FileSecret;
import dev.offramp.secrets.Passphrase;
import java.io.Console;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/// What a backup is sealed under. It is never an argument, which others on the machine could read and shells keep.
final class SecretChoice {

    /// Holds the passphrase itself.
    static final String VARIABLE = "OFFRAMP_BACKUP_PASSPHRASE";

    @ArgGroup
    private Files files = new Files();

    /// One or the other.
    private static final class Files {

        @Option(
                names = "--passphrase-file",
                paramLabel = "FILE",
                description = "File with the passphrase. Without it: what OFFRAMP_BACKUP_PASSPHRASE holds, else it is"
                        + " asked for on the terminal.")
        private Optional<Path> passphrase = Optional.empty();

        @Option(
                names = "--key-file",
                paramLabel = "FILE",
                description = "File with a key of 32 bytes in hexadecimal instead of a passphrase: openssl rand -hex"
                        + " 32.")
        private Optional<Path> key = Optional.empty();
    }

    /// @param isNew whether something is to be sealed, so that a slip on the terminal would lock it for ever
    FileSecret secret(Desk desk, boolean isNew) {
        return files.key.map(FileSecret::keyFile).orElseGet(() -> FileSecret.passphrase(passphrase(desk, isNew)));
    }

    private Passphrase passphrase(Desk desk, boolean isNew) {
        return files.passphrase
                .map(Passphrase::read)
                .or(() -> Optional.ofNullable(desk.around().environment().get(VARIABLE))
                        .filter(text -> !text.isEmpty())
                        .map(text -> Passphrase.of(text, "in " + VARIABLE)))
                .orElseGet(() -> asked(isNew));
    }

    private static Passphrase asked(boolean isNew) {
        Console console = System.console();
        if (console == null || !console.isTerminal()) {
            throw new CommandRefused("a backup needs --passphrase-file, --key-file or " + VARIABLE);
        }
        char[] first = read(console, "Passphrase of the backup: ");
        if (isNew && !Arrays.equals(first, read(console, "Once more: "))) {
            throw new CommandRefused("these were two passphrases");
        }
        return Passphrase.of(new String(first), "that was typed");
    }

    private static char[] read(Console console, String question) {
        return Optional.ofNullable(console.readPassword("%s", question))
                .orElseThrow(() -> new CommandRefused("no passphrase was typed"));
    }
}
