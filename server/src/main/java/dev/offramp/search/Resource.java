package dev.offramp.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// A list that is part of the program: lines, of which empty ones and those that begin with `#` do not count.
final class Resource {

    private static final String COMMENT = "#";

    private Resource() {}

    static List<String> lines(String path) {
        try (var file = Resource.class.getResourceAsStream(path)) {
            if (file == null) {
                throw new IllegalStateException("not part of the program: " + path);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith(COMMENT))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
