package dev.offramp.http;

import dev.offramp.requests.LoggedRequest;
import java.util.Optional;

/// Notes what tenants' servers asked and how they were answered. Requests do not wait for it.
@FunctionalInterface
public interface RequestLog {

    /// Notes nothing.
    RequestLog NONE = (_, _) -> {};

    /// @param traceParent the header of W3C Trace Context by which the caller says what it is a part of, as it came
    void note(LoggedRequest request, Optional<String> traceParent);
}
