package dev.offramp.db;

/// The program cannot start as it is set up. The message is one line for the operator, in plain words, and says what
/// to do; there is nothing to gain from a stack trace.
public final class StartRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StartRefused(String line) {
        super(line);
    }

    public StartRefused(String line, Throwable cause) {
        super(line, cause);
    }
}
