package dev.offramp.law.planted.chains.evm;

public interface Node {}
