package dev.offramp.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.db.ObjectId;
import dev.offramp.requests.LoggedRequest;
import dev.offramp.tenancy.Environment;
import dev.offramp.tenancy.IntegrationId;
import dev.offramp.tenancy.Tenant;
import dev.offramp.traces.Span;
import dev.offramp.traces.ToldSpans;
import dev.offramp.traces.TraceId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestSpansTest {

    private static final ObjectId ID = new ObjectId("65f000000123456789abcdef");
    private static final Instant AT = Instant.parse("2026-01-31T10:00:00Z");

    private final ToldSpans told = new ToldSpans();
    private final RequestSpans spans = new RequestSpans(told);

    private static LoggedRequest request(int status) {
        return new LoggedRequest(
                ID,
                new Tenant(new IntegrationId(new ObjectId("65f0000000000000000000aa")), Environment.PRODUCTION),
                "app",
                "GET",
                "GET /trades/wallets/{id}",
                "/v1/trades/wallets/5550001234",
                status,
                Duration.ofMillis(40),
                AT,
                "192.0.2.7",
                Optional.empty(),
                List.of());
    }

    @Test
    void standInTheTraceOfTheCaller() {
        spans.tell(request(200), Optional.of("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"));

        Span span = told.only("GET /trades/wallets/{id}");
        assertThat(span.trace()).hasToString("4bf92f3577b34da6a3ce929d0e0e4736");
        assertThat(span.parent().orElseThrow()).hasToString("00f067aa0ba902b7");
        assertThat(span.kind()).isEqualTo(Span.Kind.SERVER);
        assertThat(span.from()).isEqualTo(AT);
        assertThat(span.to()).isEqualTo(AT.plusMillis(40));
        assertThat(span.attributes())
                .containsEntry("http.route", "/trades/wallets/{id}")
                .containsEntry("http.request.method", "GET")
                .containsEntry("offramp.environment", "production")
                .containsEntry("offramp.request.id", ID.value());
        assertThat(span.toString()).doesNotContain("5550001234").doesNotContain("192.0.2.7");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense", "00-00000000000000000000000000000000-00f067aa0ba902b7-01"})
    void standInOneOfTheirOwnElse(String header) {
        spans.tell(request(200), header.isEmpty() ? Optional.empty() : Optional.of(header));

        assertThat(told.all()).hasSize(1);
        assertThat(told.all().getFirst().trace()).isEqualTo(TraceId.of(ID));
        assertThat(told.all().getFirst().parent()).isEmpty();
    }

    @Test
    void areLeftOutWhereTheCallerKeepsNone() {
        spans.tell(request(200), Optional.of("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-00"));

        assertThat(told.all()).isEmpty();
    }

    /// A client's mistake is no failure of ours.
    @Test
    void failWhereWeDo() {
        spans.tell(request(503), Optional.empty());
        spans.tell(request(422), Optional.empty());

        assertThat(told.all().stream().map(Span::failed))
                .containsExactly(Optional.of("answered 503"), Optional.empty());
        assertThat(told.all().getFirst().status()).hasValue(503);
    }
}
