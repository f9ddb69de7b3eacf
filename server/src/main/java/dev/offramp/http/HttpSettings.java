package dev.offramp.http;

/// How the `/v1` face is set up.
///
/// @param isProductionEnabled whether `production` is answered at all (`OFFRAMP_PRODUCTION=on`)
/// @param allowsLoopbackHttp whether a caller on this machine may use `production` without TLS
///     (`OFFRAMP_ALLOW_LOOPBACK_HTTP=on`)
public record HttpSettings(boolean isProductionEnabled, boolean allowsLoopbackHttp) {}
