package dev.offramp.traces.otlp;

import dev.offramp.traces.Span;
import dev.offramp.traces.SpanId;
import dev.offramp.traces.Traces;
import dev.offramp.traces.TracesUrl;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporterBuilder;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/// Hands spans to the SDK, which sends them to the collector of the settings, some seconds' worth at a time. What the
/// collector does not take is dropped, and so is what is told while too many wait.
public final class OtlpTraces implements Traces, AutoCloseable {

    private static final Duration EVERY = Duration.ofSeconds(2);
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final int WAITING_MAX = 8_192;

    /// For what is told last, on the way down.
    private static final Duration FAREWELL = Duration.ofSeconds(3);

    private final SdkTracerProvider provider;
    private final Tracer tracer;

    private OtlpTraces(SdkTracerProvider provider) {
        this.provider = provider;
        this.tracer = provider.get("dev.offramp");
    }

    public static OtlpTraces create(TracesUrl url) {
        OtlpHttpSpanExporterBuilder exporter = OtlpHttpSpanExporter.builder()
                .setEndpoint(url.endpoint().toString())
                .setTimeout(LIMIT);
        url.authorization().ifPresent(value -> exporter.addHeader("Authorization", value));
        return new OtlpTraces(SdkTracerProvider.builder()
                .setIdGenerator(new GivenIds())
                .setResource(Resource.getDefault()
                        .merge(Resource.builder().put("service.name", "offramp").build()))
                .addSpanProcessor(BatchSpanProcessor.builder(exporter.build())
                        .setScheduleDelay(EVERY)
                        .setMaxQueueSize(WAITING_MAX)
                        .build())
                .build());
    }

    @Override
    public boolean isOn() {
        return true;
    }

    @Override
    public void tell(Span span) {
        GivenIds.of(span, () -> end(span, begin(span)));
    }

    private io.opentelemetry.api.trace.Span begin(Span span) {
        SpanBuilder builder = tracer.spanBuilder(span.name())
                .setSpanKind(SpanKind.valueOf(span.kind().name()))
                .setAllAttributes(attributes(span))
                .setStartTimestamp(nanos(span.from()), TimeUnit.NANOSECONDS);
        span.parent().ifPresentOrElse(parent -> builder.setParent(within(span, parent)), builder::setNoParent);
        return builder.startSpan();
    }

    private static void end(Span span, io.opentelemetry.api.trace.Span begun) {
        span.failed().ifPresent(words -> begun.setStatus(StatusCode.ERROR, words));
        begun.end(nanos(span.to()), TimeUnit.NANOSECONDS);
    }

    private static Context within(Span span, SpanId parent) {
        SpanContext place = SpanContext.createFromRemoteParent(
                span.trace().value(), parent.value(), TraceFlags.getSampled(), TraceState.getDefault());
        return io.opentelemetry.api.trace.Span.wrap(place).storeInContext(Context.root());
    }

    private static Attributes attributes(Span span) {
        AttributesBuilder attributes = Attributes.builder();
        span.attributes().forEach(attributes::put);
        span.status().ifPresent(status -> attributes.put("http.response.status_code", status));
        return attributes.build();
    }

    private static long nanos(Instant at) {
        return Math.addExact(Math.multiplyExact(at.getEpochSecond(), 1_000_000_000L), at.getNano());
    }

    /// Sends what waits, if the collector takes it.
    @Override
    public void close() {
        provider.shutdown().join(FAREWELL.toMillis(), TimeUnit.MILLISECONDS);
    }
}
