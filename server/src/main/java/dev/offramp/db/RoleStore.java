package dev.offramp.db;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// SQL that gives a new embedded server the program's own role and database. The role is no superuser: what it can
/// be made to say to the database by mistake, it cannot say to the system.
final class RoleStore {

    /// Name of the role and of its database.
    static final String OWNER = "offramp";

    /// The database this room may always connect to.
    static final String ANY = "template1";

    private static final String ROLE_EXISTS = "SELECT EXISTS (SELECT FROM pg_roles WHERE rolname = 'offramp')";
    private static final String CREATE_ROLE = "CREATE ROLE offramp LOGIN PASSWORD '%s'";
    private static final String DATABASE_EXISTS = "SELECT EXISTS (SELECT FROM pg_database WHERE datname = 'offramp')";

    /// Renaming the empty one that every server is born with copies nothing.
    private static final String NAME_DATABASE = "ALTER DATABASE postgres RENAME TO offramp";

    private static final String OWN_DATABASE = "ALTER DATABASE offramp OWNER TO offramp";

    private RoleStore() {}

    /// Makes what is missing. `password` is hexadecimal, so it needs no quoting.
    static void ensure(DatabaseAddress superuser, String password) {
        Jdbi jdbi = Jdbi.create(
                superuser.jdbcUrl(),
                superuser.user().orElseThrow(),
                superuser.password().orElseThrow());
        jdbi.useTransaction(handle -> {
            if (!isTrue(handle, ROLE_EXISTS)) {
                handle.execute(CREATE_ROLE.formatted(password));
            }
            if (!isTrue(handle, DATABASE_EXISTS)) {
                handle.execute(NAME_DATABASE);
                handle.execute(OWN_DATABASE);
            }
        });
    }

    private static boolean isTrue(Handle handle, String question) {
        return handle.createQuery(question).mapTo(Boolean.class).one();
    }
}
