package dev.offramp.acceptance.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.acceptance.program.Breet;
import dev.offramp.acceptance.program.Contract;
import dev.offramp.acceptance.program.Program;
import dev.offramp.db.TestDatabase;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Limits of requests per minute, exact however many processes serve (decision 41).
class RateLimitTest {

    private static final int REQUESTS = 400;
    private static final int SECONDS_NEEDED = 20;

    /// @param passed the status of what is let through
    private record Limited(String method, String path, int limit, int passed) {}

    /// What is let through is refused for its body, which is looked at later.
    private static final List<Limited> LIMITED = List.of(
            new Limited("GET", "/trades/pbc/sell/rates", 20, 200),
            new Limited("POST", "/payments/withdraw/address", 200, 422));

    @TempDir
    private Path data;

    @Test
    void letsExactlyAsManyThroughAsTheLimitSaysOverTwoProcesses() throws InterruptedException, ExecutionException {
        try (TestDatabase database = TestDatabase.create();
                Program one = process("one", database).start();
                Program two = process("two", database).start()) {
            JsonNode credentials = one.credentials();
            for (Limited limited : LIMITED) {
                List<HttpRequest> requests = new ArrayList<>();
                for (int i = 0; i < REQUESTS; i++) {
                    requests.add(request(i % 2 == 0 ? one : two, credentials, limited));
                }
                waitForRoomInTheMinute();

                List<HttpResponse<String>> answers = askAll(requests, limited);

                assertThat(answers).extracting(HttpResponse::statusCode).isSubsetOf(limited.passed(), 429, 503);
                assertThat(answers)
                        .filteredOn(answer -> answer.statusCode() != 429)
                        .extracting(answer -> header(answer, "X-RateLimit-Remaining"))
                        .containsExactlyInAnyOrderElementsOf(numbersBelow(limited.limit()));
                assertThat(answers).allSatisfy(answer -> tellsOfTheLimit(answer, limited.limit()));
            }
        }
    }

    /// Processes share a database and its keys.
    private Program process(String name, TestDatabase database) {
        return Program.on(data.resolve(name))
                .with("OFFRAMP_DATABASE_URL", database.address().jdbcUrl())
                .with("OFFRAMP_KEYS", data.resolve("keys").toString());
    }

    private static void tellsOfTheLimit(HttpResponse<String> answer, int limit) {
        long end = Long.parseLong(header(answer, "X-RateLimit-Reset"));
        assertThat(header(answer, "X-RateLimit-Limit")).isEqualTo(String.valueOf(limit));
        assertThat(end % 60).isZero();
        assertThat(end)
                .isBetween(Instant.now().getEpochSecond() - 60, Instant.now().getEpochSecond() + 61);
        if (answer.statusCode() == 429) {
            assertThat(header(answer, "X-RateLimit-Remaining")).isEqualTo("0");
            assertThat(Long.parseLong(header(answer, "Retry-After"))).isBetween(1L, 60L);
            assertThat(answer.body())
                    .isEqualTo("{\"success\":false,\"message\":\"too many requests, please try again later\"}");
        }
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    private static List<String> numbersBelow(int end) {
        List<String> numbers = new ArrayList<>();
        for (int i = 0; i < end; i++) {
            numbers.add(String.valueOf(i));
        }
        return numbers;
    }

    private static HttpRequest request(Program program, JsonNode credentials, Limited limited) {
        return HttpRequest.newBuilder(URI.create(program.baseUrl() + limited.path()))
                .method(limited.method(), HttpRequest.BodyPublishers.noBody())
                .header("x-app-id", credentials.get("appId").asString())
                .header("x-app-secret", credentials.get("appSecret").asString())
                .header("X-Breet-Env", "development")
                .build();
    }

    private static List<HttpResponse<String>> askAll(List<HttpRequest> requests, Limited limited)
            throws InterruptedException, ExecutionException {
        try (HttpClient http = HttpClient.newHttpClient();
                ExecutorService all = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<HttpResponse<String>>> asked = new ArrayList<>();
            requests.forEach(request -> asked.add(all.submit(() -> ask(http, request, limited))));
            List<HttpResponse<String>> answers = new ArrayList<>();
            for (Future<HttpResponse<String>> each : asked) {
                answers.add(each.get());
            }
            return answers;
        }
    }

    /// What is refused because too much is asked at once was not counted, and is asked again. On a starved machine one
    /// may be let through and find no connection to the database: that one was counted, as its headers say.
    private static HttpResponse<String> ask(HttpClient http, HttpRequest request, Limited limited)
            throws IOException, InterruptedException {
        while (true) {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            Contract.current().check(new Contract.Asked(limited.method(), limited.path(), ""), Breet.answered(answer));
            if (answer.statusCode() != 503
                    || !header(answer, "X-RateLimit-Remaining").isEmpty()) {
                return answer;
            }
        }
    }

    /// All of them have to fall into one clock minute.
    private static void waitForRoomInTheMinute() throws InterruptedException {
        long second = Instant.now().getEpochSecond() % 60;
        if (second > 60 - SECONDS_NEEDED) {
            Thread.sleep((61 - second) * 1000);
        }
    }
}
