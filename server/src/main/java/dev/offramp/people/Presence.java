package dev.offramp.people;

/// A session that is open, and whose it is.
public record Presence(Session session, Person person) {}
