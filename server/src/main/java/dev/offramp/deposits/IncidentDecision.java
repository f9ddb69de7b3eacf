package dev.offramp.deposits;

/// What became of an operator's decision about an incident.
public sealed interface IncidentDecision {

    /// Decided.
    ///
    /// @param incident as it was when it was decided
    record Done(Incident incident) implements IncidentDecision {}

    /// There is no such deposit, it left no chain, or its incident was decided before.
    record NoOpenIncident() implements IncidentDecision {}

    /// Not corrected: the chain has the deposit again, so the credit is right.
    record CameBack(Incident.Back back) implements IncidentDecision {}

    /// Not dismissed: the chain, as last looked at, has no such deposit.
    record StillGone() implements IncidentDecision {}

    /// Not dismissed yet: the chain has the deposit again, in a block that may be replaced too.
    record TooShallow(int confirmations, int required) implements IncidentDecision {}
}
