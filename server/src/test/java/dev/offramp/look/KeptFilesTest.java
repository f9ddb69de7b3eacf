package dev.offramp.look;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.web.Content;
import dev.offramp.web.Fault;
import dev.offramp.web.Peer;
import dev.offramp.web.RawAnswer;
import dev.offramp.web.RawRequest;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Files under names that change with them.
class KeptFilesTest {

    private final KeptFiles files = new KeptFiles(List.of());

    private RawAnswer get(String path) {
        Peer peer = new Peer(InetAddress.getLoopbackAddress(), false);
        return files.answer(new RawRequest("r", "GET", path, "", _ -> Optional.empty(), peer, Content.NONE));
    }

    @Test
    void areWhatTheyAreForAYear() {
        assertThat(Look.GROUND.path()).matches("/assets/ground-[0-9a-f]{12}\\.css");
        RawAnswer answer = get(Look.GROUND.path());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers())
                .contains(new RawAnswer.Header("Cache-Control", "public, max-age=31536000, immutable"))
                .contains(new RawAnswer.Header("Content-Type", "text/css; charset=utf-8"));
    }

    @Test
    void areNotThereUnderAnotherName() {
        assertThat(get("/assets/ground-000000000000.css").status()).isEqualTo(404);
        assertThat(get("/assets/../look/ground.css").status()).isEqualTo(404);
    }

    @Test
    void areOfAFaceOfTheirOwn() {
        assertThat(files.claims("/assets/x")).isTrue();
        assertThat(files.claims("/docs")).isFalse();
    }

    @Test
    void sayPlainlyWhatIsWrong() {
        assertThat(files.refuse(new Fault.Bug(), "r").status()).isEqualTo(500);
        assertThat(files.refuse(new Fault.Malformed(), "r").status()).isEqualTo(400);
    }
}
