package dev.offramp.http;

import dev.offramp.db.ObjectId;
import dev.offramp.tenancy.AddressRange;
import dev.offramp.tenancy.Authentication;
import dev.offramp.tenancy.Authentication.Authenticated;
import dev.offramp.tenancy.CredentialId;
import dev.offramp.tenancy.CredentialLimits;
import dev.offramp.tenancy.Environment;
import dev.offramp.tenancy.Integration;
import dev.offramp.tenancy.IntegrationId;
import dev.offramp.tenancy.RequestWindow;
import dev.offramp.tenancy.Scope;
import java.net.InetAddress;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Callers to check, and how they show who they are.
final class Callers {

    static final String APP_ID = "app_1";
    static final String SECRET = "sk_secret_of_app_1";
    static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");
    static final InetAddress ELSEWHERE = InetAddress.ofLiteral("203.0.113.7");

    static final Instant NOW = Instant.parse("2026-11-24T09:00:45Z");

    private static final ObjectId ID = new ObjectId("66f0a1b2c3d4e5f607182930");

    private Callers() {}

    static Authenticated unlimited() {
        return caller(true, true, CredentialLimits.NONE);
    }

    static Authenticated inactive() {
        return caller(false, true, CredentialLimits.only(Environment.DEVELOPMENT));
    }

    static Authenticated notApproved() {
        return caller(true, false, CredentialLimits.NONE);
    }

    static Authenticated limited(Environment environment, Scope scope, InetAddress address) {
        AddressRange range = AddressRange.parse(address.getHostAddress()).orElseThrow();
        return caller(
                true, true, new CredentialLimits(Set.of(environment), Set.of(scope), List.of(range), Optional.empty()));
    }

    private static Authenticated caller(boolean isActive, boolean productionApproved, CredentialLimits limits) {
        Integration integration = new Integration(
                new IntegrationId(ID),
                "Shop",
                "B-1234",
                isActive,
                productionApproved,
                false,
                Instant.parse("2026-11-24T09:00:00Z"));
        return new Authenticated(integration, new CredentialId(ID), limits);
    }

    /// Knows one credential, held by `caller`.
    static Authenticator knowing(Authenticated caller) {
        return (appId, secret) ->
                appId.equals(APP_ID) && secret.equals(SECRET) ? caller : new Authentication.InvalidCredentials();
    }

    /// Counts nothing: every request is the first.
    static RequestCounter uncounted() {
        return (integration, route) -> new RequestWindow(Instant.EPOCH, 1);
    }

    static Map<String, String> headers(String environment) {
        return Map.of("x-app-id", APP_ID, "x-app-secret", SECRET, "x-breet-env", environment);
    }

    /// Looks headers up as a server does: without regard to case.
    static Function<String, Optional<String>> lookUp(Map<String, String> headers) {
        return name -> headers.entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
