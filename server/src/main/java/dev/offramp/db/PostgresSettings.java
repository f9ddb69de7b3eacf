package dev.offramp.db;

import java.util.Map;
import java.util.stream.Collectors;

/// The settings file of the embedded server. It is written anew at each start; an operator's own settings belong in
/// `ALTER SYSTEM`, which wins over it.
final class PostgresSettings {

    /// Durable as PostgreSQL is by default, said once more because all money rests on it; small in memory; silent
    /// about data: failed statements are the program's to log, and it does so without values.
    private static final String TEXT = """
            # Written by Offramp at each start. For settings of your own use ALTER SYSTEM.
            listen_addresses = '127.0.0.1'
            port = %d
            unix_socket_directories = ''
            max_connections = 60
            password_encryption = 'scram-sha-256'

            # A commit that was answered survives a power cut.
            fsync = on
            synchronous_commit = on
            full_page_writes = on

            # Room for the hot tables; everything else is left to the system's file cache.
            shared_buffers = '128MB'
            work_mem = '8MB'
            maintenance_work_mem = '32MB'
            effective_cache_size = '1GB'
            jit = off
            io_method = sync
            max_parallel_workers_per_gather = 0
            max_logical_replication_workers = 0

            # Checkpoints far apart: each one makes the next writes of every page larger.
            wal_buffers = '16MB'
            max_wal_size = '2GB'
            checkpoint_timeout = '15min'
            random_page_cost = 1.1

            # Balances and cursors are updated all the time.
            autovacuum_naptime = '15s'
            autovacuum_max_workers = 2

            timezone = 'UTC'
            log_timezone = 'UTC'
            lc_messages = 'C'
            default_text_search_config = 'pg_catalog.simple'
            log_checkpoints = off
            log_min_messages = log
            log_min_error_statement = panic
            log_error_verbosity = terse
            """;

    private PostgresSettings() {}

    static String text(int port, Map<String, String> more) {
        String tail = more.entrySet().stream()
                .map(setting -> setting.getKey() + " = '" + setting.getValue() + "'\n")
                .sorted()
                .collect(Collectors.joining());
        return TEXT.formatted(port) + tail;
    }
}
