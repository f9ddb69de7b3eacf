package dev.offramp.app;

import dev.offramp.db.PrivateFiles;
import dev.offramp.db.StartRefused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// A file of JSON in the data folder that its owner alone may read.
final class PrivateJson<T> {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Path file;
    private final Class<T> type;

    PrivateJson(Path data, String name, Class<T> type) {
        this.file = data.toAbsolutePath().normalize().resolve(name);
        this.type = type;
    }

    /// Where it is; empty when it is not here.
    Optional<Path> path() {
        return Optional.of(file).filter(Files::exists);
    }

    /// @throws StartRefused when it is not what was written
    Optional<T> read() {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readValue(Files.readString(file), type));
        } catch (IOException | JacksonException e) {
            throw new StartRefused(file + " cannot be read: move it away, or put the right one back", e);
        }
    }

    void write(T contents) {
        try {
            Files.createDirectories(file.getParent());
            PrivateFiles.write(file, JSON.writeValueAsString(contents) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
