package dev.offramp.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Which bodies can be read at all (decision 7).
class JsonBodyTest {

    private static final String REFUSED = """
            [1]                        | body must be a JSON object
            "a"                        | body must be a JSON object
            null                       | body must be a JSON object
            7                          | body must be a JSON object
            {"a":1} {"b":2}            | body must be one JSON object
            {"a":1                     | body must be valid JSON without duplicate fields
            {"a"                       | body must be valid JSON without duplicate fields
            {"a":                      | body must be valid JSON without duplicate fields
            {                          | body must be valid JSON without duplicate fields
            {"a":1,}                   | body must be valid JSON without duplicate fields
            {a:1}                      | body must be valid JSON without duplicate fields
            {'a':1}                    | body must be valid JSON without duplicate fields
            {"a":01}                   | body must be valid JSON without duplicate fields
            {"a":+1}                   | body must be valid JSON without duplicate fields
            {"a":.5}                   | body must be valid JSON without duplicate fields
            {"a":NaN}                  | body must be valid JSON without duplicate fields
            {"a":undefined}            | body must be valid JSON without duplicate fields
            {"a":1}}                   | body must be valid JSON without duplicate fields
            {"a":1,"a":1}              | body must be valid JSON without duplicate fields
            {"a":1,"\\u0061":1}        | body must be valid JSON without duplicate fields
            {"a":{"b":1,"b":2}}        | body must be valid JSON without duplicate fields
            {"a":[{"b":1,"b":2}]}      | body must be valid JSON without duplicate fields
            {"a\\ud800":1}             | body must have printable field names
            {"a\\u0000":1}             | body must have printable field names
            """;

    static List<String[]> refused() {
        return Arrays.stream(REFUSED.split("\n"))
                .map(line -> line.split(" *\\| ", 2))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("refused")
    void refuses(String json, String reason) {
        assertThat(reasons(json.getBytes(StandardCharsets.UTF_8))).containsExactly(Map.entry("body", List.of(reason)));
    }

    @Test
    void refusesBytesThatAreNotUtf8() {
        for (String bytes : List.of("ff", "c0af", "eda080", "f8888080", "e282", "80", "f4908080")) {
            byte[] body = HexFormat.of().parseHex("7b2261223a22" + bytes + "227d");

            assertThat(reasons(body)).as(bytes).containsExactly(Map.entry("body", List.of("body must be valid UTF-8")));
        }
    }

    @Test
    void refusesDepthOverSixteen() {
        assertThat(read(nested(16))).isInstanceOf(JsonBody.Content.Members.class);
        assertThat(reasons(nested(17).getBytes(StandardCharsets.UTF_8)))
                .containsExactly(Map.entry("body", List.of("body must be at most 16 levels deep")));
        assertThat(reasons(("{\"a\":" + "[".repeat(30_000)).getBytes(StandardCharsets.UTF_8)))
                .containsExactly(Map.entry("body", List.of("body must be at most 16 levels deep")));
    }

    @Test
    void takesNoBodyForAnEmptyObject() {
        assertThat(read("")).isEqualTo(new JsonBody.Content.Members(Map.of()));
        assertThat(read(" {} ")).isEqualTo(new JsonBody.Content.Members(Map.of()));
    }

    @Test
    void keepsNumbersAsTheirDigits() {
        assertThat(read("{\"a\":1e999999999}"))
                .isEqualTo(new JsonBody.Content.Members(Map.of("a", new Sent.Number("1e999999999"))));
    }

    /// An object with arrays in it, `depth` levels in all.
    private static String nested(int depth) {
        return "{\"a\":" + "[".repeat(depth - 1) + "]".repeat(depth - 1) + "}";
    }

    private static JsonBody.Content read(String json) {
        return JsonBody.read(json.getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, List<String>> reasons(byte[] body) {
        return switch (JsonBody.read(body)) {
            case JsonBody.Content.Members members -> throw new AssertionError("accepted: " + members);
            case JsonBody.Content.Unreadable(Reasons reasons) -> reasons.byField();
        };
    }
}
