package dev.offramp.bulletins;

/// What came of writing an incident.
public sealed interface IncidentChange {

    /// @param incident as it is now
    record Done(StatusIncident incident) implements IncidentChange {}

    record NoSuchIncident() implements IncidentChange {}

    /// It was resolved before: what comes later is another incident.
    record ResolvedAlready() implements IncidentChange {}

    /// @param code of none that is measured
    record NoSuchComponent(String code) implements IncidentChange {}
}
