package dev.offramp.tenancy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/// A block of internet addresses in CIDR form: `203.0.113.0/24`, `2001:db8::/32`, or one address alone.
///
/// IPv4-mapped IPv6 addresses are the IPv4 addresses they stand for. Names are never looked up.
///
/// @param first the block's first address; bits beyond the prefix are zero
/// @param prefix how many leading bits all addresses of the block share
public record AddressRange(InetAddress first, int prefix) {

    private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
    private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");
    private static final Pattern PREFIX = Pattern.compile("0|[1-9]\\d{0,2}");

    public AddressRange {
        if (prefix < 0 || prefix > bits(first)) {
            throw new IllegalArgumentException("a prefix of " + prefix + " does not fit " + first);
        }
        first = masked(first, prefix);
    }

    /// Reads an address, alone or with a prefix length; empty for anything else.
    public static Optional<AddressRange> parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            return literal(text).map(address -> new AddressRange(address, bits(address)));
        }
        String prefix = text.substring(slash + 1);
        return PREFIX.matcher(prefix).matches()
                ? literal(text.substring(0, slash))
                        .filter(address -> Integer.parseInt(prefix) <= bits(address))
                        .map(address -> new AddressRange(address, Integer.parseInt(prefix)))
                : Optional.empty();
    }

    public boolean contains(InetAddress address) {
        return bits(address) == bits(first) && masked(address, prefix).equals(first);
    }

    private static Optional<InetAddress> literal(String text) {
        if (!IPV4.matcher(text).matches() && !IPV6.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.ofLiteral(text));
        } catch (IllegalArgumentException notAnAddress) {
            return Optional.empty();
        }
    }

    private static int bits(InetAddress address) {
        return address.getAddress().length * Byte.SIZE;
    }

    private static InetAddress masked(InetAddress address, int prefix) {
        byte[] bytes = address.getAddress();
        for (int bit = prefix; bit < bytes.length * Byte.SIZE; bit++) {
            bytes[bit / Byte.SIZE] &= (byte) ~(0x80 >> bit % Byte.SIZE);
        }
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("an address keeps its length", e);
        }
    }

    @Override
    public String toString() {
        return first.getHostAddress() + "/" + prefix;
    }
}
