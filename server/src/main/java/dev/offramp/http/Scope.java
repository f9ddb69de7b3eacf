package dev.offramp.http;

/// What a credential must be allowed to do for an endpoint to hear it.
public enum Scope {
    READ,
    DEPOSITS,
    WITHDRAWALS,
    WEBHOOKS
}
