package dev.offramp.ledger;

import dev.offramp.db.ObjectId;

/// Why money moves: a purpose (`deposit.credit`) and the object it is for. The database refuses a second transfer or
/// hold of the same cause, so nothing is credited or set aside twice.
public record Cause(String purpose, ObjectId subject) {}
