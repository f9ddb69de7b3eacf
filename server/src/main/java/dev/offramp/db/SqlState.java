package dev.offramp.db;

import java.sql.SQLException;
import java.util.Optional;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/// The SQLSTATEs we act on, and the name of a violated constraint. Source: PostgreSQL manual, appendix A.
public final class SqlState {

    private static final String UNIQUE_VIOLATION = "23505";
    private static final String SERIALIZATION_FAILURE = "40001";
    private static final String DEADLOCK_DETECTED = "40P01";
    private static final String LOCK_NOT_AVAILABLE = "55P03";
    private static final String QUERY_CANCELED = "57014";

    private SqlState() {}

    static boolean isRetryable(String state) {
        return state.equals(SERIALIZATION_FAILURE) || state.equals(DEADLOCK_DETECTED);
    }

    /// Faults that pass by themselves: lost connections (08), resources (53), shutdown (57), locks, retries.
    static boolean isTrouble(String state) {
        return isRetryable(state)
                || state.equals(LOCK_NOT_AVAILABLE)
                || state.equals(QUERY_CANCELED)
                || state.startsWith("08")
                || state.startsWith("53")
                || state.startsWith("57");
    }

    /// The name of the unique constraint that refused the statement; empty for any other failure.
    public static Optional<String> violatedUnique(UnableToExecuteStatementException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof PSQLException sql && UNIQUE_VIOLATION.equals(state(sql))) {
                return Optional.ofNullable(sql.getServerErrorMessage()).map(ServerErrorMessage::getConstraint);
            }
        }
        return Optional.empty();
    }

    private static String state(SQLException e) {
        return String.valueOf(e.getSQLState());
    }
}
