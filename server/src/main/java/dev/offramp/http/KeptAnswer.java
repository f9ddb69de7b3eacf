package dev.offramp.http;

import dev.offramp.db.ObjectId;
import java.time.Instant;

/// The first answer to a request with an idempotency key. `toString` shows nothing of it.
///
/// @param fingerprint of the request it answers
record KeptAnswer(ObjectId id, byte[] fingerprint, int status, byte[] body, Instant keptAt) {

    @Override
    public String toString() {
        return "kept answer " + id;
    }
}
