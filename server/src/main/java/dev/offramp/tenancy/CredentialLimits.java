package dev.offramp.tenancy;

import java.net.InetAddress;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Where, for what, from where and until when a credential works.
///
/// @param addresses from which it may be used; empty means from anywhere
/// @param expiresAt from then on it is invalid
public record CredentialLimits(
        Set<Environment> environments, Set<Scope> scopes, List<AddressRange> addresses, Optional<Instant> expiresAt) {

    /// No limits.
    public static final CredentialLimits NONE = new CredentialLimits(
            EnumSet.allOf(Environment.class), EnumSet.allOf(Scope.class), List.of(), Optional.empty());

    public CredentialLimits {
        if (environments.isEmpty() || scopes.isEmpty()) {
            throw new IllegalArgumentException("a credential works somewhere and for something");
        }
        environments = Set.copyOf(environments);
        scopes = Set.copyOf(scopes);
        addresses = List.copyOf(addresses);
    }

    /// Everything, but in one environment only.
    public static CredentialLimits only(Environment environment) {
        return new CredentialLimits(Set.of(environment), NONE.scopes, NONE.addresses, NONE.expiresAt);
    }

    public boolean allows(Environment environment) {
        return environments.contains(environment);
    }

    public boolean allows(Scope scope) {
        return scopes.contains(scope);
    }

    public boolean allows(InetAddress caller) {
        return addresses.isEmpty() || addresses.stream().anyMatch(range -> range.contains(caller));
    }

    boolean isExpiredAt(Instant now) {
        return expiresAt.filter(end -> !now.isBefore(end)).isPresent();
    }
}
