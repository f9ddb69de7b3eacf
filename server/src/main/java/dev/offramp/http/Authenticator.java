package dev.offramp.http;

import dev.offramp.tenancy.Authentication;

/// Tells what an app id and a secret are worth. Unknown id, wrong secret, expired and revoked are the same answer and
/// take the same time.
@FunctionalInterface
public interface Authenticator {

    Authentication authenticate(String appId, String secret);
}
