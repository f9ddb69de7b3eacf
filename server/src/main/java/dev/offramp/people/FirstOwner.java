package dev.offramp.people;

/// The person every installation starts with: owner of the sandbox's integration, and operator.
public sealed interface FirstOwner {

    /// Made just now. The password is known only here, and must be changed.
    record Made(Person person, Password password) implements FirstOwner {}

    /// There was one already.
    record Existing() implements FirstOwner {}
}
