package dev.offramp.people;

import java.util.Optional;

/// What a sign-in leaves behind for an audit log: more than whoever tries it is told.
public sealed interface SignInTrace {

    /// What it was proven by in the end.
    enum Means {
        PASSWORD,
        TOTP,
        RECOVERY_CODE,
        PASSKEY
    }

    /// Somebody is signed in.
    ///
    /// @param isNewBrowser whether the person is known to sign in with others, and never did with this one
    record Opened(Session session, Means means, boolean isNewBrowser) implements SignInTrace {}

    /// A session is fresh again.
    record Repeated(Session session, Means means) implements SignInTrace {}

    /// A wrong password, code or passkey. Not every one is told ([FailedTries]).
    ///
    /// @param person empty where it is not known whose sign-in was tried
    /// @param tries how many there were in this hour
    record Failed(Optional<PersonId> person, int tries) implements SignInTrace {}

    /// A try that was not looked at, for there were too many before. Not every one is told ([FailedTries]).
    ///
    /// @param person empty where it is not known whose sign-in was tried
    /// @param tries how many there were in this hour
    record Throttled(Optional<PersonId> person, int tries) implements SignInTrace {}
}
