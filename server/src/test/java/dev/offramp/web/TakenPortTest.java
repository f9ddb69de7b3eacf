package dev.offramp.web;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.offramp.db.ManualClock;
import dev.offramp.db.ObjectIds;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TakenPortTest {

    @Test
    void saysSoRatherThanRunWithoutListening() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            WebSettings settings = new WebSettings("127.0.0.1", taken.getLocalPort(), List.of(), 1, Optional.empty());
            ManualClock clock = new ManualClock();
            Face face = new TestFace("/", request -> TestFace.text(200, request.path()));
            try (Web web = Web.create(settings, List.of(face), clock, new ObjectIds(clock, new Random(1)))) {
                assertThatThrownBy(web::start).isInstanceOf(UncheckedIOException.class);
            }
        }
    }
}
