package dev.offramp.webhooks;

/// What became of saving an endpoint.
public sealed interface EndpointOutcome {

    record Saved(Endpoint endpoint) implements EndpointOutcome {}

    /// The URL cannot be called in this environment.
    record InvalidUrl(String reason) implements EndpointOutcome {}

    /// The URL answered neither probe with a 200; `reason` says what it did instead.
    record NotAcknowledged(String reason) implements EndpointOutcome {}

    /// The tenant has an endpoint with this URL already.
    record AlreadyExists() implements EndpointOutcome {}

    record NotFound() implements EndpointOutcome {}
}
