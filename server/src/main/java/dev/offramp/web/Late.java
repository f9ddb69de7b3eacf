package dev.offramp.web;

import java.util.Optional;
import java.util.function.Supplier;

/// Something that is made when it is first asked for, once, whoever asks.
public final class Late<T> implements Supplier<T> {

    private final Supplier<T> making;
    private Optional<T> made = Optional.empty();

    public Late(Supplier<T> making) {
        this.making = making;
    }

    @Override
    public synchronized T get() {
        if (made.isEmpty()) {
            made = Optional.of(making.get());
        }
        return made.get();
    }
}
