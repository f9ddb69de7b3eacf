package dev.offramp.app;

import dev.offramp.db.PrivateFiles;
import dev.offramp.db.StartRefused;
import dev.offramp.people.FirstOwner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// `owner-login.json` in the data folder: how the first person signs in to the dashboard, readable by its owner alone.
/// The password is kept nowhere else, must be changed, and the file may be deleted then.
public final class OwnerLogin {

    /// Its name in the data folder.
    public static final String FILE = "owner-login.json";

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Path file;

    /// What the file holds.
    ///
    /// @param url where the dashboard is: by name, since a passkey cannot belong to an IP address
    record Contents(String email, String password, String url) {

        @Override
        public String toString() {
            return "login of " + email;
        }
    }

    OwnerLogin(Path data) {
        this.file = data.toAbsolutePath().normalize().resolve(FILE);
    }

    /// Keeps what is shown only once, before it becomes valid.
    void keep(FirstOwner.Made made, String url) {
        write(new Contents(made.person().email().text(), made.password().text(), url));
    }

    /// Says where the dashboard is now. Does nothing where there is no file.
    void moveTo(String url) {
        read().filter(known -> !known.url.equals(url))
                .ifPresent(known -> write(new Contents(known.email, known.password, url)));
    }

    /// Where it is; empty when it is not here.
    public Optional<Path> path() {
        return Optional.of(file).filter(Files::exists);
    }

    private Optional<Contents> read() {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readValue(Files.readString(file), Contents.class));
        } catch (IOException | JacksonException e) {
            throw new StartRefused(file + " cannot be read: move it away, or put the right one back", e);
        }
    }

    private void write(Contents contents) {
        try {
            Files.createDirectories(file.getParent());
            PrivateFiles.write(file, JSON.writeValueAsString(contents) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
