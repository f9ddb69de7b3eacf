package dev.offramp.law.planted.payouts.simulated;

public interface Rail {}
