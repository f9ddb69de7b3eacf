package dev.offramp.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.tenancy.AddressRange;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Proxies at 10.x are trusted (decision 2).
class ProxiesTest {

    private static final String CASES = """
            203.0.113.7 | -                        | -          | 203.0.113.7 plain
            203.0.113.7 | 198.51.100.1             | https      | 203.0.113.7 plain
            10.0.0.1    | -                        | -          | 10.0.0.1 plain
            10.0.0.1    | -                        | https      | 10.0.0.1 secure
            10.0.0.1    | 198.51.100.1             | HTTPS      | 198.51.100.1 secure
            10.0.0.1    | 198.51.100.1             | http       | 198.51.100.1 plain
            10.0.0.1    | 198.51.100.1             | https,http | 198.51.100.1 plain
            10.0.0.1    | 192.0.2.9, 198.51.100.1  | https      | 198.51.100.1 secure
            10.0.0.1    | 198.51.100.1, 10.0.0.2   | https      | 198.51.100.1 secure
            10.0.0.1    | 198.51.100.1:4711        | https      | 198.51.100.1 secure
            10.0.0.1    | [2001:db8::1]:4711       | https      | 2001:db8:0:0:0:0:0:1 secure
            10.0.0.1    | 2001:db8::1              | https      | 2001:db8:0:0:0:0:0:1 secure
            10.0.0.1    | localhost                | https      | 10.0.0.1 secure
            10.0.0.1    | 198.51.100.1, unknown    | https      | 10.0.0.1 secure
            10.0.0.1    | 10.0.0.3                 | https      | 10.0.0.3 secure
            """;

    static List<String[]> cases() {
        return Arrays.stream(CASES.split("\n"))
                .map(line -> line.split(" *\\| "))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void believesOnlyTrustedProxies(String connection, String forwardedFor, String proto, String expected) {
        Proxies proxies = new Proxies(List.of(AddressRange.parse("10.0.0.0/8").orElseThrow()));

        Peer peer = proxies.seenThrough(
                new Peer(InetAddress.ofLiteral(connection), false), given(forwardedFor), given(proto));

        assertThat(peer.address().getHostAddress() + (peer.isSecure() ? " secure" : " plain"))
                .isEqualTo(expected);
    }

    private static Optional<String> given(String header) {
        return header.equals("-") ? Optional.empty() : Optional.of(header);
    }
}
