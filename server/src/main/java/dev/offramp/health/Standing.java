package dev.offramp.health;

import java.time.Instant;

/// How a component stands, as it was found at the last turn.
///
/// @param words a sentence for everybody
/// @param since when it was first found so
public record Standing(Component component, State state, String words, Instant since, Instant measuredAt) {}
