package dev.offramp.client.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What is generated of the clients is what the description says, in every language. After a change of the API run it
/// with `-Dofframp.rewrite=true` and read the differences.
class GeneratedTest {

    private static final Path RECORDS = Path.of("src/main/java/dev/offramp/client/api");

    /// Those of the folder that are written by hand.
    private static final Set<String> BY_HAND = Set.of("Event.java", "package-info.java");

    @Test
    void isWhatTheDescriptionSays() throws IOException {
        Map<Path, String> generated = generated();
        if (Boolean.getBoolean("offramp.rewrite")) {
            write(generated);
        }
        generated.forEach((file, text) -> assertThat(file)
                .as("rewrite it with -Dofframp.rewrite=true")
                .exists()
                .hasContent(text));
        assertThat(records())
                .isEqualTo(generated.keySet().stream()
                        .filter(file -> file.startsWith(RECORDS))
                        .map(file -> file.getFileName().toString())
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    private static Map<Path, String> generated() {
        Description description = Description.read();
        Map<Path, String> all = new TreeMap<>(new JavaCode(description).files());
        all.putAll(new TypeScriptCode(description).files());
        all.putAll(new PythonCode(description).files());
        return all;
    }

    private static void write(Map<Path, String> generated) throws IOException {
        for (String former : records()) {
            Files.delete(RECORDS.resolve(former));
        }
        for (Map.Entry<Path, String> file : generated.entrySet()) {
            Files.createDirectories(file.getKey().getParent());
            Files.writeString(file.getKey(), file.getValue());
        }
    }

    private static Set<String> records() {
        try (Stream<Path> files = Files.list(RECORDS)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !BY_HAND.contains(name))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
