package dev.offramp.app;

import dev.offramp.tenancy.Sandbox;
import java.nio.file.Path;
import java.util.Optional;

/// `sandbox-credentials.json` in the data folder: all that a client of the sandbox needs, readable by its owner alone.
/// The secret and the PIN in it are kept nowhere else.
public final class SandboxCredentials {

    /// Its name in the data folder.
    public static final String FILE = "sandbox-credentials.json";

    private final PrivateJson<Contents> file;

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
        this.file = new PrivateJson<>(data, FILE, Contents.class);
    }

    /// Keeps what is shown only once, before it becomes valid.
    void keep(Sandbox.Made made) {
        file.write(new Contents(
                made.credential().appId(),
                made.credential().appSecret(),
                made.pin().digits(),
                Optional.empty(),
                Optional.empty()));
    }

    /// Adds where the server is and the secret its webhooks carry. Does nothing where there is no file: then the
    /// sandbox was made by a process with another data folder.
    void complete(String webhookSecret, String baseUrl) {
        file.read()
                .ifPresent(known -> file.write(new Contents(
                        known.appId, known.appSecret, known.pin, Optional.of(webhookSecret), Optional.of(baseUrl))));
    }

    /// Where it is; empty when it is not here.
    public Optional<Path> path() {
        return file.path();
    }
}
