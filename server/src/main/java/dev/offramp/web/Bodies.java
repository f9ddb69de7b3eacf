package dev.offramp.web;

import io.helidon.http.RequestException;
import io.helidon.http.Status;
import io.helidon.http.media.ReadableEntity;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Reads the body of a request, whatever may come of it; nothing is thrown for what a client did.
///
/// It is read in a thread of its own, so that a client that stops half-way gets an answer instead of silence: a
/// blocking read cannot be given up in any other way that leaves the connection writable.
final class Bodies {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private Bodies() {}

    static Arrival read(ReadableEntity entity) throws InterruptedException {
        if (!entity.hasEntity()) {
            return new Arrival.Arrived(Content.NONE);
        }
        FutureTask<Content> reading = new FutureTask<>(() -> readAll(entity));
        Thread.ofVirtual().name("body").start(reading);
        try {
            return new Arrival.Arrived(reading.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            return new Arrival.Failed(new Fault.BodyLate());
        } catch (ExecutionException e) {
            return isTooLarge(e.getCause())
                    ? new Arrival.Arrived(new Content.TooLarge())
                    : new Arrival.Failed(new Fault.Malformed());
        }
    }

    private static Content readAll(ReadableEntity entity) throws IOException {
        // Not closed: closing would go on reading what could not be read.
        InputStream in = entity.inputStream();
        byte[] bytes = in.readNBytes(Content.BYTES_MAX + 1);
        if (bytes.length <= Content.BYTES_MAX) {
            return new Content.Whole(bytes);
        }
        in.transferTo(OutputStream.nullOutputStream());
        return new Content.TooLarge();
    }

    /// The server stops reading at [Content#BYTES_DRAINED_MAX].
    private static boolean isTooLarge(Throwable cause) {
        return cause instanceof RequestException refused && refused.status() == Status.REQUEST_ENTITY_TOO_LARGE_413;
    }
}
