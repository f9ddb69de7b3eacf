package dev.offramp.jobs;

/// Which worker a job is for: `payout.submit`. Stored, and therefore never renamed.
public record JobKind(String value) {}
