package dev.offramp.people;

/// What stands between a person and the pages where money is real.
public enum ProductionAccess {
    /// Nothing.
    OPEN,
    /// Their password was made by the program and they have not changed it.
    PASSWORD_UNCHANGED,
    /// They have enrolled neither an authenticator app nor a passkey.
    NO_SECOND_FACTOR
}
