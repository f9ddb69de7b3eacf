package dev.offramp.web;

import dev.offramp.tenancy.AddressRange;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Looks through the proxies we trust. What a proxy we do not trust says in `X-Forwarded-…` is not believed, since any
/// caller can send it.
final class Proxies {

    private final List<AddressRange> trusted;

    Proxies(List<AddressRange> trusted) {
        this.trusted = trusted;
    }

    /// Who is behind the connection.
    ///
    /// @param forwardedFor addresses, each added by the proxy after it: the last one is the most credible
    /// @param forwardedProto `https` when the proxy was reached by TLS
    Peer seenThrough(Peer connection, Optional<String> forwardedFor, Optional<String> forwardedProto) {
        if (!isTrusted(connection.address())) {
            return connection;
        }
        boolean isSecure =
                forwardedProto.map(Proxies::last).map("https"::equalsIgnoreCase).orElse(connection.isSecure());
        return new Peer(
                forwardedFor.map(list -> nearestStranger(list, connection)).orElse(connection.address()), isSecure);
    }

    private boolean isTrusted(InetAddress address) {
        return trusted.stream().anyMatch(range -> range.contains(address));
    }

    private InetAddress nearestStranger(String list, Peer connection) {
        InetAddress nearest = connection.address();
        for (String hop : Arrays.asList(list.split(",")).reversed()) {
            Optional<InetAddress> address = parse(hop.strip());
            if (address.isEmpty()) {
                break;
            }
            nearest = address.get();
            if (!isTrusted(nearest)) {
                break;
            }
        }
        return nearest;
    }

    /// An address alone, in brackets, or with a port; never a name, which would be looked up.
    private static Optional<InetAddress> parse(String hop) {
        String host = hop;
        if (hop.startsWith("[") && hop.contains("]")) {
            host = hop.substring(1, hop.indexOf(']'));
        } else if (hop.indexOf(':') == hop.lastIndexOf(':') && hop.contains(".")) {
            host = hop.split(":")[0];
        }
        try {
            return Optional.of(InetAddress.ofLiteral(host));
        } catch (IllegalArgumentException notAnAddress) {
            return Optional.empty();
        }
    }

    private static String last(String list) {
        return List.of(list.split(",")).getLast().strip();
    }
}
