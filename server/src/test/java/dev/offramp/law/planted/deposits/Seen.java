package dev.offramp.law.planted.deposits;

public @interface Seen {}
