package dev.offramp.jobs;

import java.time.Instant;
import java.util.Optional;

/// How the jobs of one kind stand.
///
/// @param running claimed by somebody now
/// @param due to be claimed now
/// @param waiting for their time
/// @param troubled that something went wrong with, among the others
/// @param attempts the most that one of them has taken
public record JobCount(
        JobKind kind, long running, long due, long waiting, long troubled, Optional<Instant> oldestDue, int attempts) {}
