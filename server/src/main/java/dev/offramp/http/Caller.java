package dev.offramp.http;

import dev.offramp.tenancy.Environment;
import dev.offramp.tenancy.IntegrationId;
import java.net.InetAddress;
import java.util.function.Predicate;

/// Who calls, and what the credential allows.
///
/// @param isActive whether the integration may use the platform at all
public record Caller(
        IntegrationId integration,
        boolean isActive,
        Predicate<Environment> environments,
        Predicate<Scope> scopes,
        Predicate<InetAddress> addresses) {}
