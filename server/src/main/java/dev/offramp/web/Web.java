package dev.offramp.web;

import dev.offramp.db.ObjectIds;
import dev.offramp.jobs.Step;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// What listens: one server, and the faces it shows.
public final class Web implements AutoCloseable {

    /// The header that names each request to the one who made it, and in the log.
    public static final String REQUEST_ID = "X-Request-Id";

    private final Listener listener;

    private Web(Listener listener) {
        this.listener = listener;
    }

    /// [#create(WebSettings, List, InstantSource, ObjectIds, RequestWatch)] where nobody watches.
    public static Web create(WebSettings settings, List<Face> faces, InstantSource clock, ObjectIds ids) {
        return create(settings, faces, clock, ids, RequestWatch.NOBODY);
    }

    /// @param faces the last one has all that no other claims, and answers what is no HTTP at all
    /// @param watch is told of every request
    /// @throws UnusableCertificate when there are files of a certificate and they are no good
    public static Web create(
            WebSettings settings, List<Face> faces, InstantSource clock, ObjectIds ids, RequestWatch watch) {
        return new Web(new Listener(settings, new Faces(faces), ids, clock, watch));
    }

    /// Looks whether the certificate was renewed; empty without TLS.
    public Optional<Step> certificateStep() {
        return listener.certificate().map(Step.class::cast);
    }

    /// Listens from now on.
    ///
    /// @throws java.io.UncheckedIOException when the port is taken
    public void start() {
        listener.start();
    }

    /// The port it really listens on.
    public int port() {
        return listener.port();
    }

    /// Accepts nothing more, finishes what has begun, then returns.
    @Override
    public void close() {
        try {
            listener.stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
