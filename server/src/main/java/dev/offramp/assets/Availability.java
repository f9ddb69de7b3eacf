package dev.offramp.assets;

/// Whether an asset can be used now.
public enum Availability {
    /// It can. Always so in development, unless paused.
    ACTIVE,
    /// Nobody configured its network here.
    NETWORK_NOT_CONFIGURED,
    /// Out of use for the moment; see [Pause].
    PAUSED
}
