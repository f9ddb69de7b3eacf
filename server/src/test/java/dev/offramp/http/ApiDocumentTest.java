package dev.offramp.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.web.Content;
import dev.offramp.web.Peer;
import dev.offramp.web.RawRequest;
import dev.offramp.wire.Golden;
import dev.offramp.wire.Refusal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The API's own description. `-Dgolden.write=true` writes its file anew.
class ApiDocumentTest {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private static final Api API = new Api();

    @AfterAll
    static void close() {
        API.close();
    }

    @Test
    void isTheOnePeopleHaveReadAndAgreedTo() {
        Golden.assertMatches("openapi.json", MAPPER.writeValueAsBytes(document()));
    }

    @Test
    void needsNoCredentialsAndMayBeKept() {
        Reply answer = ask("GET", Map.of());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers()).containsEntry("Cache-Control", "public, max-age=300");
        assertThat(answer.headers().get("ETag")).matches("\"[0-9a-f]{32}\"");
    }

    @Test
    void isNotSentAgainToThoseWhoHaveIt() {
        String tag = ask("GET", Map.of()).headers().get("ETag");

        for (String known : List.of(tag, "*", "\"other\", " + tag)) {
            Reply answer = ask("GET", Map.of("if-none-match", known));
            assertThat(answer.status()).as(known).isEqualTo(304);
            assertThat(answer.body()).isEmpty();
            assertThat(answer.headers()).containsEntry("ETag", tag);
        }
        assertThat(ask("GET", Map.of("if-none-match", "\"other\"")).status()).isEqualTo(200);
    }

    @Test
    void isReadAndNothingElse() {
        assertThat(ask("HEAD", Map.of()).status()).isEqualTo(200);
        assertThat(ask("POST", Map.of()).status()).isEqualTo(404);
    }

    @Test
    void namesEveryEndpoint() {
        JsonNode paths = document().get("paths");
        for (Endpoint endpoint : API.endpoints) {
            Route route = endpoint.route();
            assertThat(paths.path(route.path()).has(route.method().name().toLowerCase()))
                    .as(route.path())
                    .isTrue();
        }
    }

    /// A refusal that no operation admits to would reach clients that were never told of it.
    @Test
    void namesEveryRefusal() {
        String text = document().toString();
        assertThat(Arrays.stream(Refusal.values()).map(Refusal::text))
                .allSatisfy(message -> assertThat(text)
                        .contains(MAPPER.writeValueAsString(
                                message.contains("%s") ? "^" + message.replace("%s", ".+") + "$" : message)));
    }

    @Test
    void saysOfEveryOperationWhatItIsForAndHasNoTwoOfOneName() {
        List<JsonNode> operations = document().get("paths").values().stream()
                .flatMap(path -> path.values().stream())
                .toList();
        assertThat(operations)
                .extracting(each -> each.get("operationId").asString())
                .doesNotHaveDuplicates();
        assertThat(operations)
                .extracting(each -> each.get("summary").asString())
                .allMatch(Pattern.compile("[A-Z].*[a-z]").asMatchPredicate());
        assertThat(operations)
                .extracting(each -> each.get("description").asString())
                .allMatch(text -> text.endsWith("."));
        assertThat(operations).extracting(each -> each.at("/tags/0").asString()).doesNotContain("Other");
    }

    private static JsonNode document() {
        return MAPPER.readTree(ask("GET", Map.of()).body());
    }

    private static Reply ask(String method, Map<String, String> headers) {
        return API.answer(new RawRequest(
                "r1",
                method,
                "/openapi.json",
                "",
                Callers.lookUp(headers),
                new Peer(Callers.ELSEWHERE, false),
                Content.NONE));
    }
}
