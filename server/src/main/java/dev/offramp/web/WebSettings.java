package dev.offramp.web;

import dev.offramp.tenancy.AddressRange;
import java.util.List;
import java.util.Optional;

/// How the server listens.
///
/// @param host the address to listen on
/// @param port 0 for any free one
/// @param trustedProxies the proxies whose `X-Forwarded-…` headers are believed
/// @param concurrentRequests how many requests are worked on at once; those beyond wait a moment and are then told
///     to come back
/// @param tls the certificate to answer under; without one it is plain HTTP
public record WebSettings(
        String host, int port, List<AddressRange> trustedProxies, int concurrentRequests, Optional<TlsFiles> tls) {

    public WebSettings {
        if (concurrentRequests < 1) {
            throw new IllegalArgumentException("at least one request at a time");
        }
        trustedProxies = List.copyOf(trustedProxies);
    }
}
