package dev.offramp.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.offramp.db.ManualClock;
import java.io.IOException;
import java.io.OutputStream;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class WatchedStreamTest {

    /// Takes `room` bytes, then none.
    private static final class Receiver extends OutputStream {

        private int room;

        Receiver(int room) {
            this.room = room;
        }

        @Override
        public void write(int b) throws IOException {
            if (room-- <= 0) {
                throw new IOException("Broken pipe");
            }
        }
    }

    private static WatchedStream to(Receiver receiver) {
        return new WatchedStream(receiver, new ExchangeWatch(new ManualClock()));
    }

    @Test
    void knowsThatItsReceiverTakesNoMore() throws IOException {
        WatchedStream stream = to(new Receiver(3));
        stream.write(new byte[3]);
        assertThat(stream).matches(Predicate.not(WatchedStream::isReceiverGone));

        assertThatThrownBy(() -> stream.write(new byte[1])).isInstanceOf(IOException.class);
        assertThat(stream).matches(WatchedStream::isReceiverGone);
    }
}
