package dev.offramp.ledger;

import java.time.Instant;
import java.util.Optional;

/// A posting as it was booked.
///
/// @param number its place in the transfer, from 0
/// @param requestId the API request it was booked for; empty where nobody asked
public record Line(Instant at, Cause cause, int number, Posting posting, Optional<String> requestId) {}
