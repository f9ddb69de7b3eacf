package dev.offramp.acceptance.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/// The server's own test holds our derivation against a file of addresses. This one makes that file anew with the
/// libraries pinned in `npm-vectors`, so that the file is theirs and not ours.
class AddressVectorsTest {

    private static final Path SCRIPTS =
            Path.of(System.getProperty("basedir", "")).toAbsolutePath().resolve("npm-vectors");
    private static final String FILE = "/dev/offramp/keys/addresses.json";

    @Test
    void otherImplementationsStillDeriveTheAddressesInTheFile() throws Exception {
        JsonMapper json = JsonMapper.shared();

        assertThat(json.readTree(derivedNow())).isEqualTo(json.readTree(inTheFile()));
    }

    private static String derivedNow() throws IOException, InterruptedException {
        if (!Files.exists(SCRIPTS.resolve("node_modules"))) {
            throw new IllegalStateException("run `npm ci` in " + SCRIPTS);
        }
        Process node = new ProcessBuilder("node", "addresses.mjs")
                .directory(SCRIPTS.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String printed = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(node.waitFor()).isZero();
        return printed;
    }

    private static String inTheFile() throws IOException {
        try (InputStream file = AddressVectorsTest.class.getResourceAsStream(FILE)) {
            return new String(Objects.requireNonNull(file, FILE).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
