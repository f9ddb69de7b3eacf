package dev.offramp.wire;

/// What was sent for one field, before anyone asked what it should be.
public sealed interface Sent {

    /// Nothing, `null`, or an empty string; these are the same everywhere.
    record Nothing() implements Sent {}

    /// A JSON string. `toString` hides it: it may be a PIN.
    record Text(String value) implements Sent {
        @Override
        public String toString() {
            return "Text[" + value.length() + " characters]";
        }
    }

    /// A JSON number, as its digits; nothing has been expanded yet.
    record Number(String literal) implements Sent {}

    record Flag(boolean value) implements Sent {}

    /// A JSON object or array.
    record Composite() implements Sent {}

    /// A value of a query string, which has no types of its own.
    record Untyped(String value) implements Sent {}

    /// `value` as text, with the empty one taken for nothing.
    static Sent text(String value) {
        return value.isEmpty() ? new Nothing() : new Text(value);
    }
}
