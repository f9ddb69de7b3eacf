package dev.offramp.facts;

import dev.offramp.db.ObjectId;
import java.util.Optional;

/// Marks the record that is a fact's snapshot. Its simple class name is the fact's kind, stored and therefore never
/// renamed; its components are stored as JSON and may only gain members that readers can do without.
public interface FactBody {

    /// The object whose story this is a part of: for what settles a deposit, the deposit. Empty where it is its own.
    default Optional<ObjectId> partOf() {
        return Optional.empty();
    }
}
