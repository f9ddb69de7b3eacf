package dev.offramp.app;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;

/// How clients reach the server.
final class PublicUrl {

    private PublicUrl() {}

    /// What the settings say, else this machine and the port. Without a slash at the end.
    static String of(Settings settings, int port) {
        return settings.publicUrl()
                .map(URI::toString)
                .map(url -> url.replaceFirst("/+$", ""))
                .orElseGet(() ->
                        (settings.tls().isPresent() ? "https://" : "http://") + host(settings.bind()) + ":" + port);
    }

    private static String host(InetAddress bind) {
        if (bind.isAnyLocalAddress() || bind.isLoopbackAddress()) {
            return "localhost";
        }
        return bind instanceof Inet6Address ? "[" + bind.getHostAddress() + "]" : bind.getHostAddress();
    }
}
