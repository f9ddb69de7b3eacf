package dev.offramp.app;

import dev.offramp.db.ObjectId;
import dev.offramp.db.Trouble;
import dev.offramp.health.Component;
import dev.offramp.health.Probe;
import dev.offramp.web.Content;
import dev.offramp.web.Face;
import dev.offramp.web.Peer;
import dev.offramp.web.RawRequest;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Asks a face what anybody may ask it, and knows what it must say. It stands where its requests come in, so that
/// whoever listens before it is not asked: a listener that is gone shows no status page either.
///
/// @param headers by name in lower case
/// @param expected the status of the right answer
record FaceProbe(Component component, Face face, String path, Map<String, String> headers, int expected)
        implements Probe {

    /// An id that nobody has: who shows it is looked up as somebody would be, and refused.
    private static final String NOBODY = "0".repeat(ObjectId.LENGTH);

    private static final Peer PEER = new Peer(InetAddress.getLoopbackAddress(), true);

    private static final Logger LOG = LoggerFactory.getLogger(FaceProbe.class);

    static List<Probe> all(Face api, Face dashboard) {
        Map<String, String> stranger =
                Map.of("x-app-id", NOBODY, "x-app-secret", "status", "x-breet-env", "development");
        return List.of(
                new FaceProbe(Component.API, api, "/v1/trades/pbc/sell/rates", stranger, 401),
                new FaceProbe(Component.DASHBOARD, dashboard, "/sign-in", Map.of(), 200));
    }

    @Override
    public boolean answers() {
        RawRequest request = new RawRequest("status", "GET", path, "", this::header, PEER, Content.NONE);
        try {
            return face.answer(request).status() == expected;
        } catch (Trouble trouble) {
            throw trouble;
        } catch (RuntimeException bug) {
            LOG.error("{} failed when it was probed", component.code(), bug);
            return false;
        }
    }

    private Optional<String> header(String name) {
        return headers.entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
