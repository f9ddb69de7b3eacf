package dev.offramp.webhooks;

import java.util.Optional;

/// What a resend did for one record.
///
/// @param error why it was not delivered, in plain words; empty when it was
public record Resent(RecordId record, Optional<String> error) {

    public boolean delivered() {
        return error.isEmpty();
    }
}
