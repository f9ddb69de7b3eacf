package dev.offramp.people;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;

/// What a passkey belongs to: a host name, read off the public URL.
public sealed interface PasskeySite {

    /// Passkeys work.
    ///
    /// @param host the relying party's id
    /// @param origin scheme, host and port of the pages
    record Available(String host, String origin) implements PasskeySite {}

    /// They do not.
    ///
    /// @param reason a sentence for people
    record Unavailable(String reason) implements PasskeySite {}

    /// @param publicUrl how browsers reach the dashboard
    static PasskeySite of(String publicUrl) {
        URI url = URI.create(publicUrl);
        String host = url.getHost() == null ? "" : url.getHost().toLowerCase(Locale.ROOT);
        boolean isLocal = host.equals("localhost") || host.endsWith(".localhost");
        if (host.isEmpty() || isAddress(host)) {
            return new Unavailable(
                    "A passkey belongs to a name, and this installation's public URL has an IP address.");
        }
        if (!"https".equalsIgnoreCase(url.getScheme()) && !isLocal) {
            return new Unavailable("Browsers allow passkeys over HTTPS only.");
        }
        String port = url.getPort() < 0 ? "" : ":" + url.getPort();
        return new Available(host, url.getScheme().toLowerCase(Locale.ROOT) + "://" + host + port);
    }

    private static boolean isAddress(String host) {
        return host.startsWith("[") || Pattern.matches("[0-9.]+", host);
    }
}
