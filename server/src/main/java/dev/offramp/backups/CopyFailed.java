package dev.offramp.backups;

import java.sql.SQLException;

/// The database broke off while a table was copied. The message names the table and the SQLSTATE, and none of the
/// row's values, which the database's own message may.
final class CopyFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CopyFailed(String table, SQLException e) {
        super(
                "table " + table + ", SQLSTATE " + e.getSQLState(),
                new IllegalStateException("SQLSTATE " + e.getSQLState()));
    }
}
