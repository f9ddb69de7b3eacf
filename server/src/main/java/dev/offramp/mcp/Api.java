package dev.offramp.mcp;

import dev.offramp.mcp.Tool.Found;
import dev.offramp.web.Body;
import dev.offramp.web.Content;
import dev.offramp.web.Face;
import dev.offramp.web.RawAnswer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// The API, asked with the caller's own credentials: what these do not allow is refused there.
///
/// @param face the one that has `/v1`
record Api(Face face) {

    private static final int OK = 200;

    /// @param path below `/v1`
    Found read(Caller caller, String path, String query) {
        return found(face.answer(caller.asking("GET", "/v1" + path, query, Content.NONE)));
    }

    /// @param path below `/v1`
    Found change(Caller caller, String path, Map<String, Object> body) {
        return found(face.answer(caller.asking("POST", "/v1" + path, "", new Content.Whole(json(body)))));
    }

    /// Nothing of it can end a segment of the path or a value of the query.
    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static byte[] json(Map<String, Object> body) {
        try {
            return Protocol.MAPPER.writeValueAsBytes(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The API answers with JSON that it has whole.
    private static Found found(RawAnswer answer) {
        String text =
                answer.body() instanceof Body.Whole(byte[] bytes) ? new String(bytes, StandardCharsets.UTF_8) : "";
        return answer.status() == OK
                ? Found.of(text)
                : Found.error(
                        "The API answered " + answer.status() + ": " + text + "\nexplain_error tells what helps.");
    }
}
