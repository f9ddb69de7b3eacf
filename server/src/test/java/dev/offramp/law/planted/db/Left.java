package dev.offramp.law.planted.db;

import dev.offramp.law.planted.jobs.Right;

public record Left(Right right) {}
