package dev.offramp.dashboard.transactions;

import dev.offramp.dashboard.part.Badge;
import java.time.Instant;
import java.util.Optional;

/// Something that happened on a transaction's way.
///
/// @param what in a few words; its tone says how it is meant
/// @param detail a sentence more; empty where there is nothing to add
/// @param link to a page of the business, below its root
record Moment(Instant at, Badge what, String detail, Optional<String> link) {

    Moment(Instant at, Badge what, String detail) {
        this(at, what, detail, Optional.empty());
    }
}
