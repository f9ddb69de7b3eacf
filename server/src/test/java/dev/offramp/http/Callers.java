package dev.offramp.http;

import dev.offramp.db.ObjectId;
import dev.offramp.tenancy.Environment;
import dev.offramp.tenancy.IntegrationId;
import java.net.InetAddress;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/// Callers to check, and how they show who they are.
final class Callers {

    static final String APP_ID = "app_1";
    static final String SECRET = "sk_secret_of_app_1";
    static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");
    static final InetAddress ELSEWHERE = InetAddress.ofLiteral("203.0.113.7");

    private static final IntegrationId INTEGRATION = new IntegrationId(new ObjectId("66f0a1b2c3d4e5f607182930"));

    private Callers() {}

    static Caller unlimited() {
        return new Caller(INTEGRATION, true, any -> true, any -> true, any -> true);
    }

    static Caller inactive() {
        return new Caller(INTEGRATION, false, any -> true, any -> true, any -> true);
    }

    static Caller limited(
            Predicate<Environment> environments, Predicate<Scope> scopes, Predicate<InetAddress> addresses) {
        return new Caller(INTEGRATION, true, environments, scopes, addresses);
    }

    /// Knows one credential, held by `caller`.
    static Authenticator knowing(Caller caller) {
        return (appId, secret) -> appId.equals(APP_ID) && secret.equals(SECRET)
                ? new Authenticator.Identity.Known(caller)
                : new Authenticator.Identity.Unknown();
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
