package dev.offramp.client;

/** What a request came to when it did not succeed: it was refused, or nobody knows. */
public abstract sealed class OfframpException extends RuntimeException permits Refused, NoAnswer {

    private static final long serialVersionUID = 1L;

    OfframpException(String message, Throwable cause) {
        super(message, cause);
    }
}
