package dev.offramp.people;

/// What the operator decided about people.
///
/// @param publicUrl how browsers reach the dashboard; passkeys belong to its host
public record PeopleRules(SignUpRule signUp, String publicUrl) {}
