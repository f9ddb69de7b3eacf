package dev.offramp.db;

/// How the connections of a pool stand now.
///
/// @param busy lent to somebody
/// @param idle open and to be had
/// @param waiting threads that wait for one
/// @param max the most that may be open
public record Connections(int busy, int idle, int waiting, int max) {}
