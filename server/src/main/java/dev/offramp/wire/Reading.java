package dev.offramp.wire;

import java.util.List;

/// What became of one field.
public sealed interface Reading<T> {

    /// Good; `toString` hides the value.
    record Good<T>(T value) implements Reading<T> {
        @Override
        public String toString() {
            return "Good";
        }
    }

    record Bad<T>(List<String> reasons) implements Reading<T> {
        public Bad {
            reasons = List.copyOf(reasons);
        }
    }

    /// Good when there are no reasons against it.
    static <T> Reading<T> of(T value, List<String> reasons) {
        return reasons.isEmpty() ? new Good<>(value) : new Bad<>(reasons);
    }

    static <T> Reading<T> bad(String reason) {
        return new Bad<>(List.of(reason));
    }
}
