package dev.offramp.db;

import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// SQL that asks how far the schema is.
final class SchemaStore {

    private static final String HAS_HISTORY = "SELECT to_regclass('flyway_schema_history') IS NOT NULL";
    private static final String VERSION = "SELECT max(version::int) FROM flyway_schema_history WHERE success";

    private SchemaStore() {}

    /// Empty where no migration ever ran.
    static Optional<Integer> version(Handle handle) {
        return handle.createQuery(HAS_HISTORY).mapTo(Boolean.class).one()
                ? handle.createQuery(VERSION).mapTo(Integer.class).findOne()
                : Optional.empty();
    }
}
