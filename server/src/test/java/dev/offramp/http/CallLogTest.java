package dev.offramp.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.db.ManualClock;
import dev.offramp.db.ObjectId;
import dev.offramp.requests.LoggedRequest;
import dev.offramp.tenancy.Environment;
import dev.offramp.tenancy.Tenant;
import dev.offramp.web.Content;
import dev.offramp.web.Peer;
import dev.offramp.web.RawRequest;
import dev.offramp.wire.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the request log is told of a call, and what it is not.
class CallLogTest {

    private static final String REQUEST_ID = "66f0a1b2c3d4e5f6071829ff";
    private static final String ID = "66f0a1b2c3d4e5f607182930";

    private final ManualClock clock = new ManualClock();
    private final List<LoggedRequest> told = new ArrayList<>();
    private final Map<String, String> headers = new HashMap<>(Callers.headers("production"));

    @Test
    void tellsWhoAskedForWhatAndHowItEnded() {
        assertThat(ask("HEAD", "/v1/things?page=2&pin=1234", "").status()).isEqualTo(200);

        assertThat(told)
                .containsExactly(new LoggedRequest(
                        new ObjectId(REQUEST_ID),
                        new Tenant(Callers.unlimited().integration().id(), Environment.PRODUCTION),
                        Callers.APP_ID,
                        "HEAD",
                        "GET /things",
                        "/v1/things",
                        200,
                        Duration.ofMillis(40),
                        Instant.parse("2026-11-24T09:00:00Z"),
                        "203.0.113.7",
                        Optional.empty(),
                        List.of()));
    }

    @Test
    void tellsTheRefusedFieldsByNameAndNothingThatWasInThem() {
        ask("POST", "/v1/things/" + ID + "/make", "{\"amount\":\"0123456789\",\"pin\":\"4711\"}");

        LoggedRequest one = told.getFirst();
        assertThat(one.route()).isEqualTo("POST /things/{id}/make");
        assertThat(one.path()).isEqualTo("/v1/things/" + ID + "/make");
        assertThat(one.status()).isEqualTo(422);
        assertThat(one.refusal()).contains("validation errors");
        assertThat(one.fields()).containsExactlyInAnyOrder("amount", "pin", "label");
        assertThat(one.toString()).doesNotContain("0123456789").doesNotContain("4711");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    GET  | /v1/things/nine     | 400 you have entered an invalid _id
                    GET  | /v1/things/trouble       | 503 service unavailable
                    GET  | /v1/things/broken        | 500 something went wrong, please try again later
                    """)
    void tellsHowItWasRefused(String method, String path, String outcome) {
        Answer answer = ask(method, path, "");

        LoggedRequest one = told.getFirst();
        assertThat(one.status() + " " + one.refusal().orElseThrow()).isEqualTo(outcome);
        assertThat(one.status()).isEqualTo(answer.status());
    }

    @Test
    void leavesOutWhatWasFilledIntoARefusal() {
        Answer taken = Answer.refusal(Refusal.LABEL_TAKEN, "Ann Example", "USDC");
        Answer unknown = new Answer(400, "{\"message\":\"of Ann\"}".getBytes(StandardCharsets.UTF_8), Map.of(), true);

        assertThat(noted(taken).refusal()).contains("... for ... already exists in your wallets");
        assertThat(noted(unknown).refusal()).isEmpty();
    }

    @Test
    void tellsNothingOfThoseItDoesNotKnow() {
        ask("GET", "/v1/unknown", "");
        headers.put("x-breet-env", "mars");
        ask("GET", "/v1/things", "");
        headers.put("x-app-secret", "wrong");
        ask("GET", "/v1/things", "");

        assertThat(told).isEmpty();
    }

    private LoggedRequest noted(Answer answer) {
        CallLog log = new CallLog((request, _) -> told.add(request), clock);
        Routes.Found found = new Routes(Things.all()).find("GET", "/v1/things").orElseThrow();
        Call call = Call.of(raw("GET", "/v1/things", "", ""), found, Map.of())
                .from(Callers.unlimited())
                .in(Environment.DEVELOPMENT);
        log.note(call, clock.instant(), answer);
        return told.getLast();
    }

    private Answer ask(String method, String target, String body) {
        Execution slow = call -> {
            clock.advance(Duration.ofMillis(40));
            return Execution.WITHOUT_EFFECT.execute(call);
        };
        Checks checks = new Checks(
                ChecksTest.settings(true, false), Callers.knowing(Callers.unlimited()), Callers.uncounted(), clock);
        String[] parts = target.split("\\?", 2);
        return new Http(new Routes(Things.all()), checks, slow, new CallLog((request, _) -> told.add(request), clock))
                .inEnvelope(raw(method, parts[0], parts.length == 2 ? parts[1] : "", body));
    }

    private RawRequest raw(String method, String path, String query, String body) {
        return new RawRequest(
                REQUEST_ID,
                method,
                path,
                query,
                Callers.lookUp(headers),
                new Peer(Callers.ELSEWHERE, true),
                new Content.Whole(body.getBytes(StandardCharsets.UTF_8)));
    }
}
