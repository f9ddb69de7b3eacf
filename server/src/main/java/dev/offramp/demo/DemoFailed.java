package dev.offramp.demo;

/// The journey did not go as documented. The message is the line to show.
public final class DemoFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DemoFailed(String line) {
        super(line);
    }

    DemoFailed(String line, Throwable cause) {
        super(line, cause);
    }
}
