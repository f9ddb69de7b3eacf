package dev.offramp.http;

import dev.offramp.requests.LoggedRequest;

/// Notes what tenants' servers asked and how they were answered. Requests do not wait for it.
@FunctionalInterface
public interface RequestLog {

    /// Notes nothing.
    RequestLog NONE = _ -> {};

    void note(LoggedRequest request);
}
