package dev.offramp.people;

/// A second proof, beside the password.
public enum Factor {
    /// The six digits of an authenticator app.
    TOTP,
    /// A passkey.
    PASSKEY,
    /// One of the ten codes for when the others are lost.
    RECOVERY_CODE
}
