package dev.offramp.webhooks;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// One event for one endpoint, with what became of it. Deleted at `expireAt`.
///
/// @param url where the last attempt went, or the first will go
/// @param attempts oldest first
public record DeliveryRecord(
        RecordId id,
        EndpointId endpoint,
        Announcement event,
        String url,
        State state,
        List<Attempt> attempts,
        Instant expireAt,
        Instant createdAt,
        Instant updatedAt) {

    /// ```
    /// Pending -> Delivered
    ///         \-> Failed    after the last attempt, or when the endpoint was removed
    /// Failed  -> Delivered  by a resend
    /// ```
    public sealed interface State {

        /// Waits for its first or next attempt, or one is under way.
        record Pending() implements State {}

        /// @param at when the first 2xx answer was seen
        record Delivered(Instant at) implements State {}

        record Failed() implements State {}
    }

    /// One call of the receiver.
    public record Attempt(Instant at, Result result) {}

    /// How a call ended.
    public sealed interface Result {

        /// @param body at most 4 kB of it
        record Answered(int status, String body) implements Result {}

        /// @param error why there was no answer, in plain words
        record Unanswered(String error) implements Result {}
    }

    DeliveryRecord with(List<Attempt> attempts) {
        return new DeliveryRecord(id, endpoint, event, url, state, attempts, expireAt, createdAt, updatedAt);
    }

    public Optional<Instant> lastAttemptAt() {
        return attempts.isEmpty()
                ? Optional.empty()
                : Optional.of(attempts.getLast().at());
    }
}
