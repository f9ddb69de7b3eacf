package dev.offramp.people;

import dev.offramp.tenancy.IntegrationId;
import java.time.Instant;

/// What came of a sign-up.
public sealed interface SignUp {

    /// Done as far as the answer tells: now sign in with that address and password. Where the address had an account
    /// already nothing was made, and the password is still the one it had.
    record Received() implements SignUp {}

    /// An invitation was used: the person exists, with this place in a business. Now sign in.
    record Joined(PersonId person, IntegrationId integration, Role role) implements SignUp {}

    /// The invitation's address has an account: sign in with it, then accept.
    record HasAccount() implements SignUp {}

    /// Another business has that name.
    record BusinessNameTaken() implements SignUp {}

    /// Not a name a business may have.
    record BusinessNameUnfit() implements SignUp {}

    /// Not a name a person may have.
    record NameUnfit() implements SignUp {}

    /// The password is not taken.
    record PasswordUnfit(PasswordProblem problem) implements SignUp {}

    /// The rule does not allow it.
    record NotAllowed() implements SignUp {}

    /// The invitation was used, was revoked, ran out or never was.
    record NoInvitation() implements SignUp {}

    /// Too many sign-ups from there.
    record TooMany(Instant until) implements SignUp {}

    /// Too many hashes are being computed: try again in a moment.
    record Busy() implements SignUp {}
}
