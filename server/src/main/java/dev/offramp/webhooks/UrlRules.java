package dev.offramp.webhooks;

import dev.offramp.tenancy.Environment;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Which URLs may be saved. What their host resolves to is judged at each connection, not here.
final class UrlRules {

    private static final int LENGTH_MAX = 2048;
    private static final int PORT_MAX = 65_535;

    private final Set<Environment> loopbackAllowed;

    UrlRules(Set<Environment> loopbackAllowed) {
        this.loopbackAllowed = Set.copyOf(loopbackAllowed);
    }

    /// Why `url` cannot be an endpoint's; empty when it can.
    Optional<String> refusal(Environment environment, String url) {
        if (url.length() > LENGTH_MAX) {
            return Optional.of("URL is longer than 2048 characters");
        }
        try {
            return refusal(environment, new URI(url));
        } catch (URISyntaxException e) {
            return Optional.of("URL is malformed");
        }
    }

    private Optional<String> refusal(Environment environment, URI url) {
        String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !scheme.equals("http")) {
            return Optional.of("URL must start with https:// or http://");
        }
        if (url.getRawUserInfo() != null) {
            return Optional.of("URL must not contain a user name or password");
        }
        if (url.getHost() == null || url.getPort() == 0 || url.getPort() > PORT_MAX) {
            return Optional.of("URL has no valid host");
        }
        if (scheme.equals("http") && !plainAllowed(environment, url.getHost())) {
            return Optional.of("URL must start with https:// in production");
        }
        return Optional.empty();
    }

    private boolean plainAllowed(Environment environment, String host) {
        return environment == Environment.DEVELOPMENT
                || loopbackAllowed.contains(environment) && namesLoopback(host.toLowerCase(Locale.ROOT));
    }

    private static boolean namesLoopback(String host) {
        return host.equals("localhost") || host.equals("[::1]") || host.matches("127(\\.\\d{1,3}){3}");
    }
}
