package dev.offramp.settlement;

import java.time.Instant;

/// The last attempt to settle a deposit.
///
/// @param attempt 1, and one more each time that somebody had it settled again
/// @param at when it was placed or skipped
public record LastAttempt(Settlement settlement, int attempt, Instant at) {}
