package dev.offramp.dashboard.credentials;

import dev.offramp.dashboard.Business;
import dev.offramp.dashboard.Permission;
import dev.offramp.dashboard.part.Badge;
import dev.offramp.tenancy.AddressRange;
import dev.offramp.tenancy.Credential;
import dev.offramp.tenancy.CredentialLimits;
import dev.offramp.tenancy.Environment;
import dev.offramp.tenancy.Scope;
import dev.offramp.trail.Details;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Collectors;

/// A credential as its page and its line show it.
///
/// @param oldSecretUntil while the secret before works too
/// @param isManaged whether it can be changed here, by whoever is here
/// @param elsewhere why not, when it is because of where one is
public record CredentialView(
        String id,
        String appId,
        String environments,
        String scopes,
        String addresses,
        Badge state,
        Instant createdAt,
        Optional<Instant> lastUsedAt,
        Optional<Instant> expiresAt,
        Optional<Instant> oldSecretUntil,
        boolean isManaged,
        Optional<String> elsewhere) {

    static CredentialView of(Credential credential, Business business, Instant now) {
        CredentialLimits limits = credential.limits();
        boolean isHere = isManagedIn(credential, business.environment());
        boolean isAlive = credential.revokedAt().isEmpty();
        return new CredentialView(
                credential.id().toString(),
                credential.appId(),
                environments(limits),
                scopes(limits),
                addresses(limits),
                state(credential, now),
                credential.createdAt(),
                credential.lastUsedAt(),
                limits.expiresAt(),
                credential.oldSecretUntil().filter(now::isBefore),
                isAlive && isHere && business.may(Permission.MANAGE_CREDENTIALS),
                isAlive && !isHere
                        ? Optional.of("It works in production too, and is managed on the pages of production.")
                        : Optional.empty());
    }

    /// Whether pages of an environment show it at all.
    static boolean isSeenIn(Credential credential, Environment environment) {
        return credential.limits().allows(environment);
    }

    /// What works in production is managed there.
    static boolean isManagedIn(Credential credential, Environment environment) {
        return credential.limits().allows(environment)
                && (environment == Environment.PRODUCTION
                        || !credential.limits().allows(Environment.PRODUCTION));
    }

    /// What the audit log keeps of limits.
    static Details details(String appId, CredentialLimits limits) {
        return Details.of("app id", appId)
                .with("environments", environments(limits))
                .with("scopes", scopes(limits))
                .with("addresses", addresses(limits))
                .with("expires", limits.expiresAt());
    }

    private static Badge state(Credential credential, Instant now) {
        if (credential.revokedAt().isPresent()) {
            return Badge.bad("revoked");
        }
        return credential.limits().expiresAt().filter(end -> !now.isBefore(end)).isPresent()
                ? Badge.bad("expired")
                : Badge.good("works");
    }

    private static String environments(CredentialLimits limits) {
        return limits.environments().stream().sorted().map(Environment::code).collect(Collectors.joining(", "));
    }

    private static String scopes(CredentialLimits limits) {
        return limits.scopes().stream()
                .sorted(Comparator.naturalOrder())
                .map(Scope::code)
                .collect(Collectors.joining(", "));
    }

    private static String addresses(CredentialLimits limits) {
        return limits.addresses().isEmpty()
                ? "anywhere"
                : limits.addresses().stream().map(AddressRange::toString).collect(Collectors.joining(", "));
    }
}
