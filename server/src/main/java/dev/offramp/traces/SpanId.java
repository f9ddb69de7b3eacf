package dev.offramp.traces;

import dev.offramp.db.ObjectId;

/// Identity of a span within its trace: 16 lower-case hexadecimal digits, not all zero.
public record SpanId(String value) {

    static final int LENGTH = 16;

    public SpanId {
        if (!Hex.isId(value, LENGTH)) {
            throw new IllegalArgumentException("no span id: " + value);
        }
    }

    /// The span of an object's whole life, and of whatever has an id: the last two thirds of it, which are chance and
    /// count.
    public static SpanId of(ObjectId object) {
        return new SpanId(object.value().substring(ObjectId.LENGTH - LENGTH));
    }

    @Override
    public String toString() {
        return value;
    }
}
