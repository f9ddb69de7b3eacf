package dev.offramp.docs;

import dev.offramp.assets.Assets;
import dev.offramp.db.ManualClock;
import dev.offramp.web.Body;
import dev.offramp.web.Content;
import dev.offramp.web.Peer;
import dev.offramp.web.RawAnswer;
import dev.offramp.web.RawRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The documentation as the program brings it, of the API as its golden description has it.
public final class TestLibrary {

    public static final String URL = "http://localhost:8080";

    public static final Docs DOCS = Docs.create(document(), parts(), URL);

    private TestLibrary() {}

    private static LiveParts parts() {
        Assets assets = Assets.create(new ManualClock(), URL, List.of());
        return LiveParts.of(URL, assets, List.of("203.0.113.7"));
    }

    public static byte[] document() {
        try (InputStream file = TestLibrary.class.getResourceAsStream("/golden/openapi.json")) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// @param target with its query
    static RawAnswer get(String target) {
        return ask("GET", target, Map.of());
    }

    static RawAnswer ask(String method, String target, Map<String, String> headers) {
        String[] parts = target.split("\\?", 2);
        Peer peer = new Peer(InetAddress.getLoopbackAddress(), false);
        return DOCS.answer(new RawRequest(
                "r",
                method,
                parts[0],
                parts.length == 2 ? parts[1] : "",
                name -> Optional.ofNullable(headers.get(name)),
                peer,
                Content.NONE));
    }

    static String text(RawAnswer answer) {
        return answer.body() instanceof Body.Whole(byte[] bytes) ? new String(bytes, StandardCharsets.UTF_8) : "";
    }

    static Optional<String> header(RawAnswer answer, String name) {
        return answer.headers().stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(RawAnswer.Header::value)
                .findFirst();
    }
}
