package dev.offramp.db;

import org.jdbi.v3.core.Handle;

/// SQL of the setting `offramp.request_id`, which lasts until the end of the transaction. Columns named `request_id`
/// take their default from it.
final class RequestIdStore {

    private static final String SET = "SELECT set_config('offramp.request_id', ?, true)";

    private RequestIdStore() {}

    static void set(Handle handle, String requestId) {
        handle.execute(SET, requestId);
    }
}
