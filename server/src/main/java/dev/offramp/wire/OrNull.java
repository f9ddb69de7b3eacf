package dev.offramp.wire;

import java.util.Optional;

/// A field that is written as `null` when it has no value, because the contract shows it so. Everywhere else an
/// empty field is left out.
public record OrNull<T>(Optional<T> value) {

    public static <T> OrNull<T> of(T value) {
        return new OrNull<>(Optional.of(value));
    }

    public static <T> OrNull<T> empty() {
        return new OrNull<>(Optional.empty());
    }
}
