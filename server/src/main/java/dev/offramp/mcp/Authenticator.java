package dev.offramp.mcp;

import dev.offramp.tenancy.Authentication;

/// Says whose credentials these are, as the API finds it out.
@FunctionalInterface
public interface Authenticator {

    Authentication authenticate(String appId, String secret);
}
