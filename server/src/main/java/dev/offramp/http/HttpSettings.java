package dev.offramp.http;

import dev.offramp.tenancy.AddressRange;
import java.util.List;
import java.util.Optional;

/// How the HTTP face is set up.
///
/// @param host the address to listen on
/// @param port 0 for any free one
/// @param isProductionEnabled whether `production` is answered at all (`OFFRAMP_PRODUCTION=on`)
/// @param allowsLoopbackHttp whether a caller on this machine may use `production` without TLS
///     (`OFFRAMP_ALLOW_LOOPBACK_HTTP=on`)
/// @param trustedProxies the proxies whose `X-Forwarded-…` headers are believed
/// @param concurrentRequests how many requests are worked on at once; those beyond wait a moment and are then told
///     to come back
/// @param tls the certificate to answer under; without one it is plain HTTP
public record HttpSettings(
        String host,
        int port,
        boolean isProductionEnabled,
        boolean allowsLoopbackHttp,
        List<AddressRange> trustedProxies,
        int concurrentRequests,
        Optional<TlsFiles> tls) {

    public HttpSettings {
        if (concurrentRequests < 1) {
            throw new IllegalArgumentException("at least one request at a time");
        }
        trustedProxies = List.copyOf(trustedProxies);
    }
}
