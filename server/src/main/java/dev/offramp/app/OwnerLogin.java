package dev.offramp.app;

import dev.offramp.people.FirstOwner;
import java.nio.file.Path;
import java.util.Optional;

/// `owner-login.json` in the data folder: how the first person signs in to the dashboard, readable by its owner alone.
/// The password is kept nowhere else, must be changed, and the file may be deleted then.
public final class OwnerLogin {

    /// Its name in the data folder.
    public static final String FILE = "owner-login.json";

    private final PrivateJson<Contents> file;

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
        this.file = new PrivateJson<>(data, FILE, Contents.class);
    }

    /// Keeps what is shown only once, before it becomes valid.
    void keep(FirstOwner.Made made, String url) {
        file.write(new Contents(made.person().email().text(), made.password().text(), url));
    }

    /// Says where the dashboard is now. Does nothing where there is no file.
    void moveTo(String url) {
        file.read()
                .filter(known -> !known.url.equals(url))
                .ifPresent(known -> file.write(new Contents(known.email, known.password, url)));
    }

    /// Where it is; empty when it is not here.
    public Optional<Path> path() {
        return file.path();
    }
}
