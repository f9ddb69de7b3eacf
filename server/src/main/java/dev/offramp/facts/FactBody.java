package dev.offramp.facts;

/// Marks the record that is a fact's snapshot. Its simple class name is the fact's kind, stored and therefore never
/// renamed; its components are stored as JSON and may only gain members that readers can do without.
public interface FactBody {}
