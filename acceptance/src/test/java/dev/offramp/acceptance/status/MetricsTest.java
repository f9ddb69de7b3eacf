package dev.offramp.acceptance.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.acceptance.program.Program;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What Prometheus gets from the packaged program.
class MetricsTest {

    private static final String TOKEN = "a-token-nobody-guesses";

    private static final int TRIES = 30;

    private final HttpClient client = HttpClient.newHttpClient();

    @TempDir
    private Path folder;

    @Test
    void areNotThereUntilSomebodyWantsThem() throws Exception {
        try (Program program = Program.on(folder.resolve("data")).start()) {
            HttpResponse<String> answer = send(program, "GET", "/metrics", TOKEN);

            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.body()).contains("requested URL GET /metrics not found");
        }
    }

    @Test
    void tellWhatWasAskedToWhoeverHasTheToken() throws Exception {
        try (Program program = Program.on(folder.resolve("data"))
                .with("OFFRAMP_METRICS_TOKEN", TOKEN)
                .start()) {
            assertThat(send(program, "GET", "/v1/users/fetch-integration", TOKEN)
                            .statusCode())
                    .isEqualTo(401);
            assertThat(send(program, "GET", "/metrics", "a-token-somebody-made-up")
                            .statusCode())
                    .isEqualTo(401);
            HttpResponse<String> head = send(program, "HEAD", "/metrics", TOKEN);
            HttpResponse<String> answer = awaitDatabase(program);

            assertThat(head.statusCode()).isEqualTo(200);
            assertThat(head.body()).isEmpty();
            assertThat(head.headers().firstValueAsLong("Content-Length").orElseThrow())
                    .isPositive();
            assertThat(answer.headers().firstValue("Content-Type"))
                    .contains("text/plain; version=0.0.4; charset=utf-8");
            assertThat(answer.body())
                    .contains(
                            "offramp_requests_total{face=\"api\",status=\"401\"} 1.0",
                            "offramp_requests_total{face=\"metrics\",status=\"401\"} 1.0",
                            "offramp_loop_failures_total{loop=\"deposits.credit\"} 0.0",
                            "offramp_database_up 1.0",
                            "offramp_rail_up{currency=\"ngn\",environment=\"development\"} 1.0",
                            "jvm_memory_used_bytes");
            assertThat(program.output()).doesNotContain(TOKEN);
        }
    }

    /// A machine that has just started may be too busy to answer in time.
    private HttpResponse<String> awaitDatabase(Program program) throws Exception {
        HttpResponse<String> answer = send(program, "GET", "/metrics", TOKEN);
        for (int i = 0; i < TRIES && !answer.body().contains("offramp_database_up 1.0"); i++) {
            Thread.sleep(1_000);
            answer = send(program, "GET", "/metrics", TOKEN);
        }
        return answer;
    }

    private HttpResponse<String> send(Program program, String method, String path, String token)
            throws IOException, InterruptedException {
        URI url = URI.create(program.baseUrl().replaceFirst("/v1$", "") + path);
        HttpRequest request = HttpRequest.newBuilder(url)
                .method(method, HttpRequest.BodyPublishers.noBody())
                .header("Authorization", "Bearer " + token)
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
