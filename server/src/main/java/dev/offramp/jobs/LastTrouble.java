package dev.offramp.jobs;

import java.time.Instant;

/// What went wrong last, and when; whether it is over is told by what came after it.
///
/// @param what in words for the operator, as logged: no secrets, no account numbers
public record LastTrouble(String what, Instant at) {}
