package dev.offramp.traces;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// Something that took time and is over.
///
/// @param parent the span that it is a part of, which may be another program's; empty for the first of its trace
/// @param name one of a few: `deposit completed`, `GET /trades/{id}`
/// @param status of HTTP, where something was answered
/// @param failed in words, where it failed by our doing or by that of whoever was called
/// @param attributes by names of OpenTelemetry's conventions where it has one, else by `offramp.…`
public record Span(
        TraceId trace,
        SpanId id,
        Optional<SpanId> parent,
        Kind kind,
        String name,
        Instant from,
        Instant to,
        OptionalInt status,
        Optional<String> failed,
        Map<String, String> attributes) {

    /// Whose time it was.
    public enum Kind {
        /// Ours.
        INTERNAL,
        /// Ours, for somebody who waited for the answer.
        SERVER,
        /// Somebody else's, whose answer we waited for.
        CLIENT
    }

    public Span {
        attributes = Map.copyOf(attributes);
    }
}
