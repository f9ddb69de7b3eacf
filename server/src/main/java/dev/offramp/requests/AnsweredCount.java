package dev.offramp.requests;

/// How many requests of all tenants were answered in some time.
///
/// @param failed those of them whose answer says that the server could not: a status of 500 or above
public record AnsweredCount(long all, long failed) {}
