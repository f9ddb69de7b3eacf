package dev.offramp.people;

/// What makes guessing a password expensive. Never called inside a transaction.
@FunctionalInterface
interface SlowHash {

    /// What one guess costs.
    record Cost(int memoryKiB, int iterations, int lanes) {}

    byte[] of(byte[] password, byte[] salt, Cost cost);
}
