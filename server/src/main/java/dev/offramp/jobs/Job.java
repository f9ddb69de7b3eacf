package dev.offramp.jobs;

import dev.offramp.db.ObjectId;

/// A claimed job.
///
/// @param attempt 1 for the first claim; also the fence against a worker that overslept its lease
public record Job(JobKind kind, ObjectId subject, int attempt) {}
