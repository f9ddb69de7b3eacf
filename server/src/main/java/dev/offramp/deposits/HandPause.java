package dev.offramp.deposits;

import java.time.Instant;

/// A pause of a chain that somebody made by hand, and somebody must end.
///
/// @param reason in words for the operator
/// @param by who paused it, in words for people
public record HandPause(String reason, String by, Instant at) {}
