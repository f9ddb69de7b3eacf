package dev.offramp.people;

import java.time.Instant;
import java.util.Set;

/// What came of a password.
public sealed interface SignIn {

    /// A new session. The token before it, if the browser had one, is not this one.
    ///
    /// @param device to be kept by the browser for later sign-ins
    /// @param isNewBrowser whether the person is known to sign in with others, and never did with this one
    record SignedIn(Session session, Token token, Token device, boolean isNewBrowser) implements SignIn, SecondStep {}

    /// The session that was confirmed, fresh again. Its token before this one is dead.
    record Confirmed(Session session, Token token) implements SignIn, SecondStep {}

    /// The password is right and does not suffice: half signed in.
    ///
    /// @param step opens nothing but the second step
    /// @param until when it is over
    record FactorOutstanding(Token step, PersonId person, Set<Factor> factors, Instant until) implements SignIn {}

    /// No such address, a wrong password or code, a person who is kept out; which of them is not to be known.
    record NotAccepted() implements SignIn, SecondStep {}

    /// Too many tries. Nothing was looked at.
    ///
    /// @param until from then on it may be tried again
    record TooMany(Instant until) implements SignIn, SecondStep {}

    /// Too many hashes are being computed: try again in a moment.
    record Busy() implements SignIn {}
}
