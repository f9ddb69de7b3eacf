package dev.offramp.people;

/// Why a password is not taken. There are no rules about which characters it has.
public enum PasswordProblem {
    /// Less than 10 characters.
    TOO_SHORT,
    /// More than 200 characters.
    TOO_LONG,
    /// It is the e-mail address.
    IS_ADDRESS,
    /// Everybody tries it first.
    COMMON,
    /// It is the one to be changed.
    UNCHANGED
}
