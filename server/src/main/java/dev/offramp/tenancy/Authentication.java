package dev.offramp.tenancy;

/// What an app id and a secret are worth.
public sealed interface Authentication {

    /// The caller is who it says. Whether it may do what it asks is left to see: the integration may be inactive,
    /// and the limits may not allow the environment, the scope or the caller's address.
    record Authenticated(Integration integration, CredentialId credential, CredentialLimits limits)
            implements Authentication {}

    /// Unknown id, wrong secret, expired or revoked; which of them is not to be known.
    record InvalidCredentials() implements Authentication {}
}
