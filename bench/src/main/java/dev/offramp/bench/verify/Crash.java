package dev.offramp.bench.verify;

/// The process dies here. An [Error], so that nothing in the server takes it for a fault it could handle.
final class Crash extends Error {

    private static final long serialVersionUID = 1L;

    Crash(String where) {
        super(where, null, false, false);
    }
}
