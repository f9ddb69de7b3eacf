package dev.offramp.web;

import io.helidon.http.HttpPrologue;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.http1.Http1ConnectionListener;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Cuts off connections whose exchange takes too long: a client that sends its headers one byte at a time, or never
/// reads its answer. An exchange lasts from the end of the request line to the answer's last byte, of a streamed answer
/// from one piece to the next; between exchanges the server's own idle time-out holds.
final class ExchangeWatch implements Http1ConnectionListener {

    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final InstantSource clock;
    private final Map<Thread, Instant> begun = new ConcurrentHashMap<>();

    ExchangeWatch(InstantSource clock) {
        this.clock = clock;
    }

    /// Each connection is served by a thread of its own.
    @Override
    public void prologue(ConnectionContext connection, HttpPrologue prologue) {
        begun.put(Thread.currentThread(), clock.instant());
    }

    /// The exchange of the calling thread has come on: a piece of its answer was taken.
    void goesOn() {
        begun.replace(Thread.currentThread(), clock.instant());
    }

    /// The exchange of the calling thread is over.
    void done() {
        begun.remove(Thread.currentThread());
    }

    /// Interrupts what has taken too long, which closes the connection.
    void sweep() {
        Instant limit = clock.instant().minus(LONGEST);
        begun.forEach((thread, since) -> {
            if (since.isBefore(limit) && begun.remove(thread, since)) {
                thread.interrupt();
            }
        });
    }
}
