package dev.offramp.deposits;

import java.time.Instant;

/// An incident that somebody has decided.
///
/// @param decision `corrected` or `dismissed`
/// @param by who decided, in words for people
public record DecidedIncident(Incident incident, String decision, String by, Instant at) {}
