package dev.offramp.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// Compares what is written with a file that people have read and agreed to. The files change only when the tests
/// are run with `-Dgolden.write=true`; then read the difference before committing it.
public final class Golden {

    private static final Path FOLDER = Path.of("src/test/resources/golden");
    private static final boolean WRITE = Boolean.getBoolean("golden.write");

    private Golden() {}

    /// Byte for byte, but for the line end that text files have.
    public static void assertMatches(String name, byte[] actual) {
        Path file = FOLDER.resolve(name);
        try {
            if (WRITE) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, new String(actual, StandardCharsets.UTF_8) + "\n");
            }
            assertThat(new String(actual, StandardCharsets.UTF_8) + "\n")
                    .as(name)
                    .isEqualTo(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
