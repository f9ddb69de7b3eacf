package dev.offramp.dashboard.form;

import java.util.Optional;
import java.util.function.Function;

/// What became of what was typed into a field.
public sealed interface Reading<T> {

    /// Good; `toString` hides the value.
    record Good<T>(T value) implements Reading<T> {
        @Override
        public String toString() {
            return "Good";
        }
    }

    /// @param message a sentence that says what is wanted
    record Bad<T>(String message) implements Reading<T> {}

    static <T> Reading<T> good(T value) {
        return new Good<>(value);
    }

    static <T> Reading<T> bad(String message) {
        return new Bad<>(message);
    }

    static <T> Reading<T> of(Optional<T> value, String otherwise) {
        return value.<Reading<T>>map(Good::new).orElseGet(() -> new Bad<>(otherwise));
    }

    default <U> Reading<U> then(Function<T, Reading<U>> next) {
        return switch (this) {
            case Good<T>(T value) -> next.apply(value);
            case Bad<T>(String message) -> new Bad<>(message);
        };
    }
}
