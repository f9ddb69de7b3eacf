package dev.offramp.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.assets.Asset;
import dev.offramp.assets.Assets;
import dev.offramp.db.ManualClock;
import dev.offramp.tenancy.Environment;
import dev.offramp.web.Content;
import dev.offramp.web.Peer;
import dev.offramp.web.RawRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IconsTest {

    @Test
    void areThereForEveryAsset() {
        Assets assets = Assets.create(new ManualClock(), "http://localhost", List.of());
        for (Environment environment : Environment.values()) {
            for (Asset asset : assets.list(environment)) {
                Answer icon = answer("GET", URI.create(asset.icon()).getPath());
                assertThat(icon.status()).as(asset.icon()).isEqualTo(200);
                assertThat(new String(icon.body(), StandardCharsets.UTF_8)).startsWith("<svg");
                assertThat(icon.headers()).containsEntry("Content-Type", "image/svg+xml");
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /icons/nothing.svg",
        "GET, /icons/",
        "GET, /icons/..%2Fcatalogue%2Fdevelopment.svg",
        "GET, /icons/../icons/btc.svg",
        "POST, /icons/btc.svg",
        "GET, /v1/icons/btc.svg"
    })
    void areNothingElse(String method, String path) {
        assertThat(answer(method, path).status()).isEqualTo(404);
    }

    /// Without credentials.
    private static Answer answer(String method, String path) {
        HttpSettings settings = new HttpSettings(true, false);
        Http http = new Http(
                new Routes(List.of()),
                new Checks(settings, Callers.knowing(Callers.unlimited()), Callers.uncounted(), () -> Callers.NOW),
                Execution.WITHOUT_EFFECT);
        return http.inEnvelope(new RawRequest(
                "r1", method, path, "", Callers.lookUp(Map.of()), new Peer(Callers.ELSEWHERE, false), Content.NONE));
    }
}
