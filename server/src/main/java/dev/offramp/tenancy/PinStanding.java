package dev.offramp.tenancy;

/// How a tenant's PIN stands, as its owner sees it.
public enum PinStanding {
    /// Nothing that needs a PIN can be done yet.
    UNSET,
    SET,
    /// Five wrong tries in a row: nothing that needs a PIN can be done until the owner lifts it.
    FROZEN
}
