package dev.offramp.secrets;

/// A key, seed or passphrase that the program must not start with. The message is the one line to show; it never
/// holds key material.
public final class UnusableKey extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnusableKey(String line) {
        super(line);
    }

    public UnusableKey(String line, Throwable cause) {
        super(line, cause);
    }
}
