package dev.offramp.web;

/// The files of the certificate are not what they should be. The message says why in plain words and quotes nothing of
/// them.
public final class UnusableCertificate extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnusableCertificate(String message) {
        super(message);
    }

    UnusableCertificate(String message, Throwable cause) {
        super(message, cause);
    }

    /// @param fault what went wrong, without its words
    UnusableCertificate(String message, Class<?> fault) {
        super(message + " (" + fault.getSimpleName() + ")");
    }
}
