package dev.offramp.people;

/// A wish for a password, examined and hashed before any transaction begins.
public sealed interface NewPassword {

    /// Ready to be kept. It shows nothing.
    final class Prepared implements NewPassword {

        private final String hash;

        Prepared(String hash) {
            this.hash = hash;
        }

        String hash() {
            return hash;
        }
    }

    /// Not taken.
    record Unfit(PasswordProblem problem) implements NewPassword {}

    /// Too many hashes are being computed: try again in a moment.
    record Busy() implements NewPassword {}
}
