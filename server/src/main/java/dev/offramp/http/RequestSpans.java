package dev.offramp.http;

import dev.offramp.requests.LoggedRequest;
import dev.offramp.traces.Span;
import dev.offramp.traces.SpanId;
import dev.offramp.traces.TraceId;
import dev.offramp.traces.TraceParent;
import dev.offramp.traces.Traces;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// Tells of requests as spans: in the trace that the caller names by `traceparent`, else in one of their own, whose id
/// is that of the request. Who says that he does not keep his trace is taken at his word.
public final class RequestSpans {

    private static final int OUR_FAILURES = 500;

    private final Traces traces;

    public RequestSpans(Traces traces) {
        this.traces = traces;
    }

    /// @param traceParent the caller's header, as it came
    public void tell(LoggedRequest request, Optional<String> traceParent) {
        Optional<TraceParent> parent = traceParent.flatMap(TraceParent::parse);
        if (traces.isOn() && parent.map(TraceParent::isSampled).orElse(true)) {
            traces.tell(span(request, parent));
        }
    }

    private static Span span(LoggedRequest request, Optional<TraceParent> parent) {
        return new Span(
                parent.map(TraceParent::trace).orElseGet(() -> TraceId.of(request.id())),
                SpanId.of(request.id()),
                parent.map(TraceParent::span),
                Span.Kind.SERVER,
                request.route(),
                request.at(),
                request.at().plus(request.took()),
                OptionalInt.of(request.status()),
                request.status() >= OUR_FAILURES ? Optional.of("answered " + request.status()) : Optional.empty(),
                Map.of(
                        "http.request.method",
                        request.method(),
                        "http.route",
                        request.route().substring(request.route().indexOf(' ') + 1),
                        "offramp.environment",
                        request.tenant().environment().code(),
                        "offramp.integration",
                        request.tenant().integration().toString(),
                        "offramp.request.id",
                        request.id().value()));
    }
}
