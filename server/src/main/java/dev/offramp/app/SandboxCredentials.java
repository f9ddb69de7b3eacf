package dev.offramp.app;

import dev.offramp.db.PrivateFiles;
import dev.offramp.db.StartRefused;
import dev.offramp.tenancy.Sandbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// `sandbox-credentials.json` in the data folder: all that a client of the sandbox needs, readable by its owner alone.
/// The secret and the PIN in it are kept nowhere else.
public final class SandboxCredentials {

    /// Its name in the data folder.
    public static final String FILE = "sandbox-credentials.json";

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Path file;

    /// What the file holds. The last two are known a little later than the others.
    ///
    /// @param baseUrl ends in `/v1`
    record Contents(
            String appId, String appSecret, String pin, Optional<String> webhookSecret, Optional<String> baseUrl) {

        @Override
        public String toString() {
            return "sandbox credentials of " + appId;
        }
    }

    SandboxCredentials(Path data) {
        this.file = data.toAbsolutePath().normalize().resolve(FILE);
    }

    /// Keeps what is shown only once, before it becomes valid.
    void keep(Sandbox.Made made) {
        write(new Contents(
                made.credential().appId(),
                made.credential().appSecret(),
                made.pin().digits(),
                Optional.empty(),
                Optional.empty()));
    }

    /// Adds where the server is and the secret its webhooks carry. Does nothing where there is no file: then the
    /// sandbox was made by a process with another data folder.
    void complete(String webhookSecret, String baseUrl) {
        read().ifPresent(known -> write(new Contents(
                known.appId, known.appSecret, known.pin, Optional.of(webhookSecret), Optional.of(baseUrl))));
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
