package dev.offramp.wallets;

import java.util.Optional;
import java.util.regex.Pattern;

/// A wallet's derivation index, the wire's `vaultId`: unique in its environment, 1 to 2^31 - 1. It starts at 1 because
/// clients in loosely typed languages take `"0"` for nothing.
public record VaultId(long value) {

    private static final Pattern FORM = Pattern.compile("[1-9][0-9]{0,9}");

    public VaultId {
        if (!isValid(value)) {
            throw new IllegalArgumentException("not a vault id: " + value);
        }
    }

    /// Reads the decimal form; empty for anything else.
    public static Optional<VaultId> parse(String text) {
        return FORM.matcher(text).matches() && isValid(Long.parseLong(text))
                ? Optional.of(new VaultId(Long.parseLong(text)))
                : Optional.empty();
    }

    private static boolean isValid(long value) {
        return value >= 1 && value <= Integer.MAX_VALUE;
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
