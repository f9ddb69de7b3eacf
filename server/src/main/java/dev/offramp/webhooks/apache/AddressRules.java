package dev.offramp.webhooks.apache;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Which addresses may be connected to: those of the public internet, and this machine's own where that is allowed.
///
/// Source: the IANA special-purpose address registries (RFC 6890).
final class AddressRules {

    private static final String LOOPBACK = "a loopback address";

    private static final List<Range> REFUSED_V4 = List.of(
            new Range("0.0.0.0", 8, "an unspecified address"),
            new Range("10.0.0.0", 8, "a private address"),
            new Range("100.64.0.0", 10, "a carrier-grade NAT address"),
            new Range("127.0.0.0", 8, LOOPBACK),
            new Range("169.254.0.0", 16, "a link-local address"),
            new Range("172.16.0.0", 12, "a private address"),
            new Range("192.0.0.0", 24, "a reserved address"),
            new Range("192.0.2.0", 24, "a reserved address"),
            new Range("192.31.196.0", 24, "a reserved address"),
            new Range("192.52.193.0", 24, "a reserved address"),
            new Range("192.88.99.0", 24, "a reserved address"),
            new Range("192.168.0.0", 16, "a private address"),
            new Range("192.175.48.0", 24, "a reserved address"),
            new Range("198.18.0.0", 15, "a reserved address"),
            new Range("198.51.100.0", 24, "a reserved address"),
            new Range("203.0.113.0", 24, "a reserved address"),
            new Range("224.0.0.0", 4, "a multicast address"),
            new Range("240.0.0.0", 4, "a reserved address"));

    private static final List<Range> REFUSED_V6 = List.of(
            new Range("::", 128, "an unspecified address"),
            new Range("::1", 128, LOOPBACK),
            new Range("fc00::", 7, "a private address"),
            new Range("fe80::", 10, "a link-local address"),
            new Range("fec0::", 10, "a private address"),
            new Range("ff00::", 8, "a multicast address"),
            new Range("2001::", 23, "a reserved address"),
            new Range("2001:db8::", 32, "a reserved address"),
            new Range("2002::", 16, "a reserved address"),
            new Range("3fff::", 20, "a reserved address"));

    /// The only addresses of IPv6 that are routed publicly.
    private static final Range GLOBAL_V6 = new Range("2000::", 3, "");

    /// Carries an IPv4 address, which is what counts (RFC 6052).
    private static final Range NAT64 = new Range("64:ff9b::", 96, "");

    private static final int NAT64_PREFIX_BYTES = 12;

    private AddressRules() {}

    /// What `address` is when it may not be connected to (`a private address`); empty when it may.
    static Optional<String> refusal(InetAddress address, boolean loopbackAllowed) {
        return kind(address).filter(kind -> !(loopbackAllowed && kind.equals(LOOPBACK)));
    }

    private static Optional<String> kind(InetAddress address) {
        if (address instanceof Inet4Address) {
            return match(REFUSED_V4, address);
        }
        if (NAT64.contains(address)) {
            return kind(embedded(address));
        }
        return match(REFUSED_V6, address)
                .or(() -> GLOBAL_V6.contains(address) ? Optional.empty() : Optional.of("a reserved address"));
    }

    private static Optional<String> match(List<Range> ranges, InetAddress address) {
        return ranges.stream()
                .filter(range -> range.contains(address))
                .map(Range::kind)
                .findFirst();
    }

    private static InetAddress embedded(InetAddress address) {
        byte[] bytes = address.getAddress();
        return fromBytes(Arrays.copyOfRange(bytes, NAT64_PREFIX_BYTES, bytes.length));
    }

    private static InetAddress fromBytes(byte[] bytes) {
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("an address has 4 or 16 bytes", e);
        }
    }

    /// All addresses that begin with the same `bits` as `first`.
    private record Range(byte[] first, int bits, String kind) {

        Range(String first, int bits, String kind) {
            this(InetAddress.ofLiteral(first).getAddress(), bits, kind);
        }

        boolean contains(InetAddress address) {
            byte[] bytes = address.getAddress();
            if (bytes.length != first.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> bit % Byte.SIZE;
                if (((bytes[bit / Byte.SIZE] ^ first[bit / Byte.SIZE]) & mask) != 0) {
                    return false;
                }
            }
            return true;
        }
    }
}
