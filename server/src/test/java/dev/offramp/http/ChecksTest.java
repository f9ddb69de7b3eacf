package dev.offramp.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.tenancy.Authentication.Authenticated;
import dev.offramp.tenancy.Environment;
import dev.offramp.tenancy.RequestWindow;
import dev.offramp.tenancy.Scope;
import dev.offramp.web.Content;
import dev.offramp.web.Peer;
import dev.offramp.web.RawRequest;
import dev.offramp.wire.Refusal;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// The order of checks, and each of them (decision 1).
class ChecksTest {

    private static final String ID = "66f0a1b2c3d4e5f607182930";

    /// A request that can be made better bit by bit.
    private static final class Attempt {
        private final Map<String, String> headers = new HashMap<>();
        private String method = "POST";
        private String path = "/v1/things/" + ID + "/make";
        private String query = "";
        private InetAddress address = Callers.LOOPBACK;
        private boolean isSecure = true;
        private Content content = body("{\"label\":\"a\"}");
        private Authenticated caller = Callers.unlimited();
        private HttpSettings settings = settings(true, false);
        private RequestCounter counter = Callers.uncounted();

        static Attempt good() {
            Attempt attempt = new Attempt();
            attempt.headers.putAll(Callers.headers("development"));
            return attempt;
        }

        Answer answer() {
            Http http = new Http(
                    new Routes(Things.all()),
                    new Checks(settings, Callers.knowing(caller), counter, () -> Callers.NOW),
                    Execution.WITHOUT_EFFECT);
            return http.inEnvelope(new RawRequest(
                    "r1", method, path, query, Callers.lookUp(headers), new Peer(address, isSecure), content));
        }

        String outcome() {
            Answer answer = answer();
            return answer.status() + " " + new String(answer.body(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void answersWhatPassesAll() {
        assertThat(Attempt.good().outcome())
                .isEqualTo(
                        "200 {\"message\":\"data fetched\",\"success\":true,\"data\":{\"id\":\"" + ID
                                + "\",\"label\":\"a\",\"environment\":\"development\"},\"meta\":{},\"summary\":{},\"stats\":{}}");
    }

    @Test
    void answersTheFirstFailureInOrder() {
        Attempt attempt = new Attempt();
        attempt.method = "PATCH";
        attempt.path = "/v1/things/nine/make";
        attempt.isSecure = false;
        attempt.headers.put("x-breet-env", "production");
        attempt.settings = settings(false, false);
        attempt.caller = Callers.inactive();
        attempt.content = body("{\"label\":1}");

        assertThat(attempt.outcome()).startsWith("404").contains("requested URL PATCH /v1/things/nine/make not found");
        attempt.method = "POST";
        assertRefused(attempt, Refusal.HTTPS_REQUIRED);
        attempt.isSecure = true;
        assertRefused(attempt, Refusal.CREDENTIALS_MISSING);
        attempt.headers.put("x-app-id", Callers.APP_ID);
        attempt.headers.put("x-app-secret", "wrong");
        assertRefused(attempt, Refusal.CREDENTIALS_INVALID);
        attempt.headers.put("x-app-secret", Callers.SECRET);
        assertRefused(attempt, Refusal.PRODUCTION_OFF);
        attempt.headers.put("x-breet-env", "sandbox");
        assertRefused(attempt, Refusal.INTEGRATION_INACTIVE);
        attempt.caller = Callers.limited(Environment.PRODUCTION, Scope.DEPOSITS, Callers.LOOPBACK);
        assertRefused(attempt, Refusal.ACCESS_FORBIDDEN);
        attempt.caller = Callers.unlimited();
        assertThat(attempt.outcome()).startsWith("422").contains("{\"id\":[\"id is not a valid id\"]}");
        attempt.path = "/v1/things/" + ID + "/make";
        assertThat(attempt.outcome()).startsWith("422").contains("{\"label\":[\"label must be a string\"]}");
        attempt.content = body("{\"label\":\"a\"}");
        assertThat(attempt.outcome()).startsWith("200");
    }

    @Test
    void tellsOfTheLimitOnEveryAnswerOfALimitedRoute() {
        Attempt attempt = Attempt.good();
        attempt.method = "GET";
        attempt.path = "/v1/things/limited/" + ID;
        attempt.counter = (integration, route) -> {
            assertThat(route).isEqualTo("GET /things/limited/{id}");
            return new RequestWindow(Instant.parse("2026-11-24T09:00:00Z"), 3);
        };
        Map<String, String> told = Map.of(
                "X-RateLimit-Limit", "3",
                "X-RateLimit-Remaining", "0",
                "X-RateLimit-Reset", "1795510860");

        assertThat(attempt.answer().status()).isEqualTo(404);
        assertThat(attempt.answer().headers()).isEqualTo(told);
        attempt.path = "/v1/things/limited/none";
        assertThat(attempt.answer().status()).isEqualTo(400);
        assertThat(attempt.answer().headers()).isEqualTo(told);
        attempt.path = "/v1/things/" + ID;
        assertThat(attempt.answer().headers()).isEmpty();
    }

    @Test
    void refusesWhatIsOverTheLimitBeforeItLooksAtIt() {
        Attempt attempt = Attempt.good();
        attempt.method = "GET";
        attempt.path = "/v1/things/limited/none";
        attempt.counter = (integration, route) -> new RequestWindow(Instant.parse("2026-11-24T09:00:00Z"), 4);

        assertThat(attempt.outcome())
                .isEqualTo("429 {\"success\":false,\"message\":\"too many requests, please try again later\"}");
        assertThat(attempt.answer().headers())
                .containsEntry("X-RateLimit-Remaining", "0")
                .containsEntry("Retry-After", "15");
        attempt.headers.put("x-app-secret", "wrong");
        assertRefused(attempt, Refusal.CREDENTIALS_INVALID);
    }

    @Test
    void wantsHttpsInProductionAlone() {
        Attempt attempt = Attempt.good();
        attempt.isSecure = false;
        assertThat(attempt.answer().status()).isEqualTo(200);
        attempt.headers.put("x-breet-env", "Production");
        assertRefused(attempt, Refusal.HTTPS_REQUIRED);
        attempt.settings = settings(true, true);
        assertThat(attempt.answer().status()).isEqualTo(200);
        attempt.address = Callers.ELSEWHERE;
        assertRefused(attempt, Refusal.HTTPS_REQUIRED);
        attempt.isSecure = true;
        assertThat(attempt.answer().status()).isEqualTo(200);
    }

    @Test
    void wantsBothCredentialHeaders() {
        for (String missing : List.of("x-app-id", "x-app-secret")) {
            Attempt attempt = Attempt.good();
            attempt.headers.remove(missing);
            assertRefused(attempt, Refusal.CREDENTIALS_MISSING);
            attempt.headers.put(missing, "  ");
            assertRefused(attempt, Refusal.CREDENTIALS_MISSING);
        }
    }

    @Test
    void wantsAKnownEnvironment() {
        Attempt attempt = Attempt.good();
        for (String known : List.of("development", "sandbox", "SANDBOX", " sandbox ")) {
            attempt.headers.put("x-breet-env", known);
            assertThat(attempt.outcome()).startsWith("200").contains("\"environment\":\"development\"");
        }
        for (String unknown : List.of("", "staging", "development, production")) {
            attempt.headers.put("x-breet-env", unknown);
            assertRefused(attempt, Refusal.ENVIRONMENT_UNKNOWN);
        }
        attempt.headers.remove("x-breet-env");
        assertRefused(attempt, Refusal.ENVIRONMENT_UNKNOWN);
    }

    @Test
    void keepsAnIntegrationOutOfProductionUntilAnOperatorApprovesIt() {
        Attempt attempt = Attempt.good();
        attempt.caller = Callers.notApproved();
        assertThat(attempt.answer().status()).isEqualTo(200);

        attempt.headers.put("x-breet-env", "production");
        assertRefused(attempt, Refusal.PRODUCTION_OFF);
        attempt.caller = Callers.unlimited();
        assertThat(attempt.answer().status()).isEqualTo(200);
    }

    @Test
    void holdsACredentialToItsLimits() {
        Attempt attempt = Attempt.good();
        attempt.caller = Callers.limited(Environment.DEVELOPMENT, Scope.DEPOSITS, Callers.LOOPBACK);
        assertThat(attempt.answer().status()).isEqualTo(200);

        attempt.caller = Callers.limited(Environment.PRODUCTION, Scope.DEPOSITS, Callers.LOOPBACK);
        assertRefused(attempt, Refusal.ACCESS_FORBIDDEN);
        attempt.caller = Callers.limited(Environment.DEVELOPMENT, Scope.READ, Callers.LOOPBACK);
        assertRefused(attempt, Refusal.ACCESS_FORBIDDEN);
        attempt.caller = Callers.limited(Environment.DEVELOPMENT, Scope.DEPOSITS, Callers.ELSEWHERE);
        assertRefused(attempt, Refusal.ACCESS_FORBIDDEN);
    }

    @Test
    void refusesIdsThatAreNone() {
        Attempt attempt = Attempt.good();
        attempt.method = "GET";
        attempt.path = "/v1/things/USDC";
        assertRefused(attempt, Refusal.INVALID_ID);
        attempt.path = "/v1/things/" + ID.toUpperCase(Locale.ROOT);
        assertThat(attempt.answer().status()).isEqualTo(200);
    }

    @Test
    void takesAWalletByItsNumberToo() {
        Attempt attempt = Attempt.good();
        attempt.method = "DELETE";
        attempt.path = "/v1/things/88";
        assertThat(attempt.outcome()).startsWith("200 {\"message\":\"88\"");
        attempt.path = "/v1/things/" + ID;
        assertThat(attempt.answer().status()).isEqualTo(200);
        attempt.path = "/v1/things/88a";
        assertRefused(attempt, Refusal.INVALID_ID);
    }

    @Test
    void findsNothingUnderTextThatCannotBeAKey() {
        Attempt attempt = Attempt.good();
        attempt.method = "GET";
        attempt.path = "/v1/thing/order%2F9%20%E1%BB%8D";
        assertThat(attempt.outcome()).startsWith("200 {\"message\":\"order/9 ọ\"");
        for (String key : List.of("%00", "%0a", "a".repeat(101))) {
            attempt.path = "/v1/thing/" + key;
            assertRefused(attempt, Refusal.WITHDRAWAL_NOT_FOUND);
        }
    }

    @Test
    void namesAllThatIsWrongWithQueryAndBodyAtOnce() {
        Attempt attempt = Attempt.good();
        attempt.content = body("{\"amount\":0.001,\"bankId\":\"25\"}");

        assertThat(attempt.outcome())
                .startsWith("422")
                .contains("\"errors\":{\"bankId\":[\"unknown fields detected\"],\"label\":[\"label is required\"],"
                        + "\"amount\":[\"amount must have at most 2 decimals\"]}");
    }

    @Test
    void readsBodiesAsJsonOnly() {
        Attempt attempt = Attempt.good();
        for (String type : List.of("application/json", "Application/JSON ; charset=utf-8")) {
            attempt.headers.put("Content-Type", type);
            assertThat(attempt.answer().status()).isEqualTo(200);
        }
        attempt.headers.put("Content-Type", "application/x-www-form-urlencoded");
        assertRefused(attempt, Refusal.MEDIA_TYPE_UNSUPPORTED);
        attempt.content = Content.NONE;
        assertThat(attempt.outcome()).startsWith("422").contains("label is required");
        attempt.content = new Content.TooLarge();
        assertRefused(attempt, Refusal.BODY_TOO_LARGE);
    }

    @Test
    void ignoresTheBodyOfAnEndpointThatTakesNone() {
        Attempt attempt = Attempt.good();
        attempt.path = "/v1/things/resend";
        attempt.headers.put("Content-Type", "text/plain");
        attempt.content = body("whatever");
        assertThat(attempt.answer().status()).isEqualTo(200);
        attempt.content = new Content.TooLarge();
        assertThat(attempt.answer().status()).isEqualTo(200);
    }

    @Test
    void readsPagesAndIgnoresOtherKeys() {
        Attempt attempt = Attempt.good();
        attempt.method = "GET";
        attempt.path = "/v1/things";
        attempt.query = "page=2&size=undefined&filter[a]=b&page[]=x";
        assertThat(attempt.outcome()).startsWith("200").contains("\"page\":2").contains("\"prevPage\":1");
        attempt.query = "page=0&size=201";
        assertThat(attempt.outcome())
                .startsWith("422")
                .contains("{\"page\":[\"page must be at least 1\"],\"size\":[\"size must be at most 200\"]}");
        attempt.query = "page=%zz";
        assertRefused(attempt, Refusal.MALFORMED);
    }

    @Test
    void passesTheEndpointsOwnRefusalOn() {
        Attempt attempt = Attempt.good();
        attempt.method = "GET";
        attempt.path = "/v1/things/none";
        assertRefused(attempt, Refusal.ASSET_NOT_FOUND);
    }

    @Test
    void tellsWhenToComeBackFromTrouble() {
        Attempt attempt = Attempt.good();
        attempt.method = "GET";
        attempt.path = "/v1/things/trouble";

        assertThat(attempt.answer().headers()).containsExactly(Map.entry("Retry-After", "2"));
        assertRefused(attempt, Refusal.UNAVAILABLE);
    }

    @Test
    void saysNothingOfABug() {
        Attempt attempt = Attempt.good();
        attempt.method = "GET";
        attempt.path = "/v1/things/broken";

        assertThat(attempt.outcome())
                .isEqualTo("500 {\"success\":false,\"message\":\"something went wrong, please try again later\"}");
    }

    @Test
    void showsNoSecretInText() {
        RawRequest raw = new RawRequest(
                "r1",
                "GET",
                "/v1/things",
                "",
                Callers.lookUp(Callers.headers("sandbox")),
                new Peer(Callers.LOOPBACK, true),
                body("{\"pin\":\"4711\"}"));

        assertThat(raw.toString()).isEqualTo("r1 GET /v1/things");
        assertThat(raw.content().toString()).doesNotContain("4711");
    }

    private static void assertRefused(Attempt attempt, Refusal refusal) {
        assertThat(attempt.outcome())
                .isEqualTo(refusal.status() + " " + new String(refusal.body(), StandardCharsets.UTF_8));
    }

    private static Content body(String json) {
        return new Content.Whole(json.getBytes(StandardCharsets.UTF_8));
    }

    static HttpSettings settings(boolean isProductionEnabled, boolean allowsLoopbackHttp) {
        return new HttpSettings(isProductionEnabled, allowsLoopbackHttp);
    }
}
