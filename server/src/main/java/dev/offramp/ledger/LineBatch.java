package dev.offramp.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The lines of some transfers, in the order of booking.
///
/// @param next where the following batch begins; empty when nothing follows
public record LineBatch(List<Line> lines, Optional<Place> next) {

    /// The transfer after which a batch begins, by time and number of its first line.
    public record Place(Instant at, long posting) {}
}
