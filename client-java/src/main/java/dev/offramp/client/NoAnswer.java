package dev.offramp.client;

import java.util.Optional;

/** There was no answer, however often it was asked. Whether a change took effect is not known: ask, or repeat it. */
public final class NoAnswer extends OfframpException {

    private static final long serialVersionUID = 1L;

    private final String idempotencyKey;

    NoAnswer(String message, String idempotencyKey, Throwable cause) {
        super(message, cause);
        this.idempotencyKey = idempotencyKey;
    }

    /** Under which to repeat the change ({@link Offramp#under}); empty for what changes nothing. */
    public Optional<String> idempotencyKey() {
        return Optional.of(idempotencyKey).filter(key -> !key.isEmpty());
    }
}
