package dev.offramp.people;

import java.time.Instant;

/// What a browser is to hand to an authenticator.
public sealed interface PasskeyOptions {

    /// To be read by `PublicKeyCredential.parseCreationOptionsFromJSON` or `parseRequestOptionsFromJSON`. Good for five
    /// minutes and one answer, which is what `toJSON` of the credential says.
    record Offered(String json) implements PasskeyOptions {}

    /// There are no passkeys here.
    ///
    /// @param reason a sentence for people
    record Unavailable(String reason) implements PasskeyOptions {}

    /// The step or session they would be for is over, or not fresh.
    record Over() implements PasskeyOptions {}

    /// Too many were asked for from there.
    record TooMany(Instant until) implements PasskeyOptions {}
}
