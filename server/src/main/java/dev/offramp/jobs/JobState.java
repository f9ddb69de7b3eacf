package dev.offramp.jobs;

import dev.offramp.db.ObjectId;
import java.time.Instant;
import java.util.Optional;

/// How one job stands.
///
/// @param attempts claims so far
/// @param dueAt when it can be claimed
/// @param claimedUntil whoever has it has it until then; in the past when whoever had it did not come back
/// @param trouble what went wrong at the last attempt that told
public record JobState(
        JobKind kind,
        ObjectId subject,
        int attempts,
        Instant dueAt,
        Optional<Instant> claimedUntil,
        Optional<LastTrouble> trouble) {}
