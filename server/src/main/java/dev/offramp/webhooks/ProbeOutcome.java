package dev.offramp.webhooks;

/// What asking a URL came to.
public sealed interface ProbeOutcome {

    record Acknowledged(AcknowledgedUrl url) implements ProbeOutcome {}

    /// @param why the URL is invalid, or did not acknowledge the probe
    record Refused(EndpointOutcome why) implements ProbeOutcome {}
}
