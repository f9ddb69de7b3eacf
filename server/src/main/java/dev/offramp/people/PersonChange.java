package dev.offramp.people;

import java.time.Instant;

/// What came of a person's wish to change something of themselves.
public sealed interface PersonChange {

    /// It is as wished.
    record Changed() implements PersonChange {}

    /// The password is as wished. All other sessions are over, and this one has a new token.
    record PasswordChanged(Token token) implements PersonChange {}

    /// Somebody else has that address.
    record EmailTaken() implements PersonChange {}

    /// Not a name a person may have.
    record NameUnfit() implements PersonChange {}

    /// The sign-in is too long ago.
    record NotFresh() implements PersonChange {}

    /// Too many tries.
    record TooMany(Instant until) implements PersonChange {}
}
