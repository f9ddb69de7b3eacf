package dev.offramp.traces.otlp;

import dev.offramp.traces.Span;
import io.opentelemetry.sdk.trace.IdGenerator;

/// Gives the SDK the ids that a span has already, instead of ids by chance: it asks for them in the thread that tells
/// the span.
final class GivenIds implements IdGenerator {

    private static final ScopedValue<Span> TOLD = ScopedValue.newInstance();

    /// Does something while the ids of `span` are those that are given.
    static void of(Span span, Runnable telling) {
        ScopedValue.where(TOLD, span).run(telling);
    }

    @Override
    public String generateSpanId() {
        return TOLD.get().id().value();
    }

    @Override
    public String generateTraceId() {
        return TOLD.get().trace().value();
    }
}
