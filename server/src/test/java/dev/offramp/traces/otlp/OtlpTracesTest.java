package dev.offramp.traces.otlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.offramp.db.ObjectId;
import dev.offramp.traces.Span;
import dev.offramp.traces.SpanId;
import dev.offramp.traces.TraceId;
import dev.offramp.traces.TracesUrl;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.Status;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class OtlpTracesTest {

    private static final ObjectId DEPOSIT = new ObjectId("65f000000123456789abcdef");
    private static final ObjectId PAYOUT = new ObjectId("65f00001aaaaaaaaaaaaaaaa");
    private static final Instant SEEN = Instant.parse("2026-01-31T10:00:00.123456789Z");

    private static Span span(ObjectId id, Optional<SpanId> parent, Optional<String> failed) {
        return new Span(
                TraceId.of(DEPOSIT),
                SpanId.of(id),
                parent,
                Span.Kind.CLIENT,
                "payout",
                SEEN,
                SEEN.plusMillis(5),
                OptionalInt.of(500),
                failed,
                Map.of("offramp.environment", "development"));
    }

    @Test
    void sendsSpansAsTheyAre() {
        try (Collector collector = new Collector()) {
            TracesUrl url = TracesUrl.parse("http://ann:pw@127.0.0.1:" + collector.port());
            try (OtlpTraces traces = OtlpTraces.create(url)) {
                assertThat(traces.isOn()).isTrue();
                traces.tell(span(DEPOSIT, Optional.empty(), Optional.empty()));
                traces.tell(span(PAYOUT, Optional.of(SpanId.of(DEPOSIT)), Optional.of("answered 500")));
            }

            ResourceSpans taken = collector.taken().getFirst();
            assertThat(texts(taken.getResource().getAttributesList())).containsEntry("service.name", "offramp");
            Map<String, io.opentelemetry.proto.trace.v1.Span> spans = taken.getScopeSpans(0).getSpansList().stream()
                    .collect(Collectors.toMap(span -> Collector.hex(span.getSpanId()), Function.identity()));
            assertThat(spans).hasSize(2);
            io.opentelemetry.proto.trace.v1.Span first = spans.get("0123456789abcdef");
            assertThat(Collector.hex(first.getTraceId())).isEqualTo("0000000065f000000123456789abcdef");
            assertThat(first.getParentSpanId().isEmpty()).isTrue();
            assertThat(first.getStatus().getCode()).isEqualTo(Status.StatusCode.STATUS_CODE_UNSET);
            io.opentelemetry.proto.trace.v1.Span second = spans.get("aaaaaaaaaaaaaaaa");
            assertThat(second.getTraceId()).isEqualTo(first.getTraceId());
            assertThat(second.getParentSpanId()).isEqualTo(first.getSpanId());
            assertThat(second.getName()).isEqualTo("payout");
            assertThat(second.getKind()).isEqualTo(io.opentelemetry.proto.trace.v1.Span.SpanKind.SPAN_KIND_CLIENT);
            assertThat(second.getStatus().getCode()).isEqualTo(Status.StatusCode.STATUS_CODE_ERROR);
            assertThat(second.getStatus().getMessage()).isEqualTo("answered 500");
            assertThat(second.getStartTimeUnixNano() % 1_000_000_000).isEqualTo(123_456_789);
            assertThat(second.getEndTimeUnixNano() - second.getStartTimeUnixNano())
                    .isEqualTo(5_000_000);
            assertThat(second.getAttributesList())
                    .anyMatch(it -> it.getKey().equals("http.response.status_code")
                            && it.getValue().getIntValue() == 500)
                    .anyMatch(it -> it.getKey().equals("offramp.environment")
                            && it.getValue().getStringValue().equals("development"));
            assertThat(collector.authorizations()).containsOnly(Optional.of("Basic YW5uOnB3"));
        }
    }

    /// Nobody waits for a collector that is away, and what is too much is dropped.
    @Test
    void neverHoldsAnybodyUp() throws IOException {
        int closed;
        try (ServerSocket socket = new ServerSocket(0)) {
            closed = socket.getLocalPort();
        }
        assertTimeout(Duration.ofSeconds(20), () -> {
            try (OtlpTraces traces = OtlpTraces.create(TracesUrl.parse("http://127.0.0.1:" + closed))) {
                for (int i = 0; i < 50_000; i++) {
                    traces.tell(span(DEPOSIT, Optional.empty(), Optional.empty()));
                }
            }
        });
    }

    private static Map<String, String> texts(List<KeyValue> attributes) {
        return attributes.stream()
                .collect(Collectors.toMap(KeyValue::getKey, it -> it.getValue().getStringValue()));
    }
}
