package dev.offramp.db;

import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

/// Identity of anything the wire names: 24 lower-case hexadecimal digits, the form of a Mongo ObjectId, which
/// existing clients check for. It sorts by the second of its making.
public record ObjectId(String value) implements Comparable<ObjectId> {

    public static final int LENGTH = 24;

    public ObjectId {
        if (!isValid(value)) {
            throw new IllegalArgumentException("not 24 lower-case hexadecimal digits: " + value);
        }
    }

    /// Reads 24 hexadecimal digits in either case; empty for anything else.
    public static Optional<ObjectId> parse(String text) {
        String lower = text.toLowerCase(java.util.Locale.ROOT);
        return isValid(lower) ? Optional.of(new ObjectId(lower)) : Optional.empty();
    }

    /// The first id that can be made at this second: all that were made from then on are not before it.
    public static ObjectId first(Instant at) {
        return new ObjectId(HexFormat.of().toHexDigits((int) at.getEpochSecond()) + "0".repeat(16));
    }

    private static boolean isValid(String value) {
        if (value.length() != LENGTH) {
            return false;
        }
        for (int i = 0; i < LENGTH; i++) {
            char c = value.charAt(i);
            if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int compareTo(ObjectId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
