package dev.offramp.webhooks;

import java.time.Instant;
import java.util.Optional;

/// Which records of a tenant are to be sent again, on the schedule of new ones.
///
/// @param from the first moment of making
/// @param until the moment after the last; empty for now
/// @param onlyFailed or those delivered too; what is pending is on its way anyway
/// @param after a record that an earlier part ended with
public record Replay(Instant from, Optional<Instant> until, boolean onlyFailed, Optional<RecordId> after) {

    /// What became of one part.
    ///
    /// @param queued how many are on their way again
    /// @param next to be asked for [#after]; empty when that was all
    public record Part(int queued, Optional<RecordId> next) {}
}
