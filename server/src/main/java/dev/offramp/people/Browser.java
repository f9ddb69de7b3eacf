package dev.offramp.people;

import java.net.InetAddress;
import java.util.Optional;

/// Who asks, as far as a request tells.
///
/// @param userAgent what it calls itself; shown to its owner, believed by nobody
/// @param device the token it was given after an earlier full sign-in
public record Browser(InetAddress address, String userAgent, Optional<Token> device) {

    private static final int USER_AGENT_MAX = 400;

    public Browser {
        String printable = userAgent
                .codePoints()
                .filter(c -> !Character.isISOControl(c))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        userAgent = printable.substring(
                0,
                printable.offsetByCodePoints(
                        0, Math.min(USER_AGENT_MAX, printable.codePointCount(0, printable.length()))));
    }
}
