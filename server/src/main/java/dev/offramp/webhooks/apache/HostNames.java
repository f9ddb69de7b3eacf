package dev.offramp.webhooks.apache;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/// Looks up host names.
@FunctionalInterface
public interface HostNames {

    /// The addresses of `host`, which may also be a literal address.
    List<InetAddress> resolve(String host) throws UnknownHostException;

    /// As the machine resolves names.
    static HostNames system() {
        return host -> List.of(InetAddress.getAllByName(host));
    }
}
