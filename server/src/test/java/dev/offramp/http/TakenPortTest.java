package dev.offramp.http;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.offramp.db.ManualClock;
import dev.offramp.db.ObjectIds;
import dev.offramp.tenancy.Authentication;
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
            HttpSettings settings =
                    new HttpSettings("127.0.0.1", taken.getLocalPort(), false, false, List.of(), 1, Optional.empty());
            ManualClock clock = new ManualClock();
            ObjectIds ids = new ObjectIds(clock, new Random(1));
            try (Http http = Http.create(
                    settings, (id, secret) -> new Authentication.InvalidCredentials(), List.of(), clock, ids)) {
                assertThatThrownBy(http::start).isInstanceOf(UncheckedIOException.class);
            }
        }
    }
}
