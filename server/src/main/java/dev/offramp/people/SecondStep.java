package dev.offramp.people;

/// What came of the second step, or of a passkey alone.
public sealed interface SecondStep
        permits SignIn.SignedIn, SignIn.Confirmed, SignIn.NotAccepted, SignIn.TooMany, SecondStep.Over {

    /// The step or the challenge ran out, was used or never was: begin with the first step again.
    record Over() implements SecondStep {}
}
