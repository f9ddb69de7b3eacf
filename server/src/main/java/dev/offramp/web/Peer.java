package dev.offramp.web;

import java.net.InetAddress;

/// Who is at the other end, as far as we can know.
///
/// @param isSecure whether nobody on the way could read along: TLS to us, or to a proxy we trust
public record Peer(InetAddress address, boolean isSecure) {}
