package dev.offramp.backups;

import dev.offramp.secrets.KeyFolder;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// What is in a backup; its first part.
///
/// @param program the version that made it
/// @param moment of the snapshot
/// @param migrations versions of the schema, all that were applied
/// @param serverKey by what the database knows its server key
/// @param keys names of the key files in it, in their order
/// @param tables in the order in which they can be loaded
/// @param sequences those that had given a number
public record Manifest(
        String program,
        Instant moment,
        List<Integer> migrations,
        Optional<String> serverKey,
        List<String> keys,
        List<Table> tables,
        List<Sequence> sequences) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .build();

    /// @param columns those that are written, which the database does not make of others
    public record Table(String name, List<String> columns, long rows) {}

    /// @param last the number it gave last
    public record Sequence(String name, long last) {}

    public Manifest {
        if (migrations.isEmpty() || !keys.stream().allMatch(KeyFolder::isName)) {
            throw new IllegalArgumentException("no manifest");
        }
        migrations = List.copyOf(migrations);
        keys = List.copyOf(keys);
        tables = List.copyOf(tables);
        sequences = List.copyOf(sequences);
    }

    /// Of the schema.
    public int version() {
        return migrations.getLast();
    }

    public long rows() {
        return tables.stream().mapToLong(Table::rows).sum();
    }

    byte[] json() {
        return JSON.writeValueAsBytes(this);
    }

    /// Empty for anything that [#json] has not written.
    static Optional<Manifest> parse(byte[] json) {
        try {
            return Optional.ofNullable(JSON.readValue(json, Manifest.class));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }
}
