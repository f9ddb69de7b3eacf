package dev.offramp.tenancy;

/// What became of the wish for a new integration.
public sealed interface NewIntegration {

    /// It exists, with its first credential (no limits), whose secret is shown only here.
    record Created(Integration integration, IssuedCredential credential) implements NewIntegration {}

    /// Another integration has that name, or it is the sandbox's.
    record NameTaken() implements NewIntegration, Founding {}

    /// Not 1 to 100 printable characters without blanks around them, or in the form of an id.
    record NotAName() implements NewIntegration, Founding {}
}
