package dev.offramp.traces;

import dev.offramp.db.ObjectId;

/// Identity of a trace: 32 lower-case hexadecimal digits, not all zero, as the W3C's Trace Context has it.
public record TraceId(String value) {

    static final int LENGTH = 32;
    private static final String FILL = "0".repeat(LENGTH - ObjectId.LENGTH);

    public TraceId {
        if (!Hex.isId(value, LENGTH)) {
            throw new IllegalArgumentException("no trace id: " + value);
        }
    }

    /// The trace that tells the story of `object`: eight zeros, then its id.
    public static TraceId of(ObjectId object) {
        return new TraceId(FILL + object.value());
    }

    @Override
    public String toString() {
        return value;
    }
}
