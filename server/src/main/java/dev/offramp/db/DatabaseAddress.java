package dev.offramp.db;

import java.util.Map;
import java.util.Optional;

/// Where a PostgreSQL is and how to log in. `toString` never shows the password.
///
/// @param connectionSettings driver properties, such as `options` with `-c lock_timeout=50`
public record DatabaseAddress(
        String jdbcUrl, Optional<String> user, Optional<String> password, Map<String, String> connectionSettings) {

    public DatabaseAddress(String jdbcUrl, Optional<String> user, Optional<String> password) {
        this(jdbcUrl, user, password, Map.of());
    }

    private static final String SCHEMA = "currentSchema";

    /// The same database, where names without a schema mean another one.
    public DatabaseAddress inSchema(String schema) {
        return with(SCHEMA, schema);
    }

    Optional<String> schema() {
        return Optional.ofNullable(connectionSettings.get(SCHEMA));
    }

    public DatabaseAddress with(String setting, String value) {
        Map<String, String> more = new java.util.HashMap<>(connectionSettings);
        more.put(setting, value);
        return new DatabaseAddress(jdbcUrl, user, password, Map.copyOf(more));
    }

    @Override
    public String toString() {
        return jdbcUrl.replaceAll("(?<=password=)[^&]*|(?<=//)[^/?@]*(?=@)", "***");
    }
}
