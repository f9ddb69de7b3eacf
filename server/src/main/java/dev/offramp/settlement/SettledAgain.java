package dev.offramp.settlement;

/// What came of wanting a deposit settled again.
public sealed interface SettledAgain {

    /// Tried once more; it may have been skipped again.
    record Tried(Settlement settlement) implements SettledAgain {}

    /// What settled it last is under way or has paid: there is nothing to settle.
    record NotReturned(Settlement last) implements SettledAgain {}

    /// No such deposit was ever to be settled.
    record NeverSettled() implements SettledAgain {}
}
