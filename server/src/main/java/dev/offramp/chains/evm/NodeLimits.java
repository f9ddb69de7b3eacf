package dev.offramp.chains.evm;

import java.time.Duration;

/// What one answer of a node may take.
///
/// @param connect until it accepts the connection
/// @param answer until its first byte, and again until its last
/// @param bytes an answer's size; generous, because it is read as a stream and only the little we need is kept
record NodeLimits(Duration connect, Duration answer, long bytes) {

    static final NodeLimits STANDARD = new NodeLimits(Duration.ofSeconds(5), Duration.ofSeconds(30), 256L << 20);
}
