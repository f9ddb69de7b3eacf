package dev.offramp.http;

/// Tells who holds a credential. Unknown id, wrong secret, expired and revoked are the same answer and take the same
/// time.
@FunctionalInterface
public interface Authenticator {

    Identity authenticate(String appId, String secret);

    /// What became of it.
    sealed interface Identity {

        record Known(Caller caller) implements Identity {}

        record Unknown() implements Identity {}
    }
}
