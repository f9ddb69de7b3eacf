package dev.offramp.webhooks;

import dev.offramp.db.ObjectId;
import dev.offramp.tenancy.Environment;
import dev.offramp.tenancy.IntegrationId;
import dev.offramp.tenancy.Tenant;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.statement.SqlStatement;

/// Reads columns that several tables of this room share, and binds many rows at once.
final class Rows {

    private Rows() {}

    static Tenant tenant(ResultSet row) throws SQLException {
        return new Tenant(
                new IntegrationId(new ObjectId(row.getString("integration"))),
                Environment.parse(row.getString("environment")).orElseThrow());
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static Optional<Instant> maybeInstant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    /// Binds rows as one array per column, for `unnest`.
    record Columns<S extends SqlStatement<S>, R>(S statement, List<R> rows) {

        Columns<S, R> text(String name, Function<R, ?> value) {
            statement.bindArray(
                    name,
                    String.class,
                    rows.stream().map(value).map(Object::toString).toList());
            return this;
        }

        Columns<S, R> maybeText(String name, Function<R, Optional<String>> value) {
            return maybe(name, String.class, value);
        }

        Columns<S, R> integer(String name, Function<R, Integer> value) {
            return maybeInteger(name, value.andThen(Optional::of));
        }

        Columns<S, R> maybeInteger(String name, Function<R, Optional<Integer>> value) {
            return maybe(name, Integer.class, value);
        }

        /// Bound as text: the statement casts to `timestamptz[]`.
        Columns<S, R> instant(String name, Function<R, Instant> value) {
            return text(name, value);
        }

        private <T> Columns<S, R> maybe(String name, Class<T> type, Function<R, Optional<T>> value) {
            List<T> values = new ArrayList<>();
            rows.forEach(row -> values.add(value.apply(row).orElse(null)));
            statement.bindArray(name, type, values);
            return this;
        }
    }
}
