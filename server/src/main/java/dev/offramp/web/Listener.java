package dev.offramp.web;

import dev.offramp.db.ObjectIds;
import io.helidon.http.DirectHandler.EventType;
import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.HttpPrologue;
import io.helidon.http.Status;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.WebServerConfig;
import io.helidon.webserver.http.DirectHandlers;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.RoutingResponse;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.helidon.webserver.http1.Http1Config;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/// The server underneath, and the translation between its requests and ours. Its own routing is not used: every
/// request comes here, and its face decides the rest.
final class Listener {

    /// The request's id in the log.
    static final String LOGGED_ID = "requestId";

    private static final Logger LOG = LoggerFactory.getLogger(Listener.class);

    private static final int REQUEST_LINE_MAX = 8 * 1024;
    private static final int HEADERS_MAX = 16 * 1024;
    private static final int CONNECTIONS_MAX = 10_000;
    /// Longer than load balancers keep theirs, so that they never send into a connection that is being closed.
    private static final Duration IDLE_MAX = Duration.ofSeconds(75);
    private static final Duration IDLE_CHECK = Duration.ofSeconds(5);
    private static final Duration SWEEP = Duration.ofSeconds(1);
    private static final Duration DRAIN_MAX = Duration.ofSeconds(10);

    private final Faces faces;
    private final Admission admission;
    private final Proxies proxies;
    private final ObjectIds ids;
    private final ExchangeWatch watch;
    private final InstantSource clock;
    private final RequestWatch told;
    private final Optional<CertificateStep> certificate;
    private final WebServer server;
    private volatile boolean isStopping;

    Listener(WebSettings settings, Faces faces, ObjectIds ids, InstantSource clock, RequestWatch told) {
        this.faces = faces;
        this.told = new GuardedWatch(told);
        this.admission = new Admission(settings.concurrentRequests(), this.told);
        this.proxies = new Proxies(settings.trustedProxies());
        this.ids = ids;
        this.watch = new ExchangeWatch(clock);
        this.clock = clock;
        Optional<TlsFiles.Content> tls = settings.tls().map(TlsFiles::content);
        this.server = server(settings, tls);
        this.certificate =
                tls.map(content -> new CertificateStep(settings.tls().orElseThrow(), content, server::reloadTls));
    }

    private WebServer server(WebSettings settings, Optional<TlsFiles.Content> tls) {
        WebServerConfig.Builder builder = WebServer.builder();
        tls.map(TlsFiles::read).ifPresent(builder::tls);
        return builder.host(settings.host())
                .port(settings.port())
                .protocolsDiscoverServices(false)
                .addProtocol(http1())
                .connectionOptions(options -> options.tcpNoDelay(true))
                .maxTcpConnections(CONNECTIONS_MAX)
                .maxPayloadSize(Content.BYTES_DRAINED_MAX)
                .idleConnectionTimeout(IDLE_MAX)
                .idleConnectionPeriod(IDLE_CHECK)
                .shutdownGracePeriod(DRAIN_MAX)
                .shutdownHook(false)
                .directHandlers(malformed(tls.isPresent()))
                .routing(HttpRouting.builder().any(this::handle))
                .build();
    }

    private Http1Config http1() {
        return Http1Config.builder()
                .maxPrologueLength(REQUEST_LINE_MAX)
                .maxHeadersSize(HEADERS_MAX)
                // Query strings are read by ourselves; clients send brackets in them without encoding.
                .validatePrologue(false)
                .sendKeepAliveHeader(false)
                // It would log headers.
                .log(log -> log.receiveLog(false).sendLog(false))
                .addReceiveListener(watch)
                .buildPrototype();
    }

    private DirectHandlers malformed(boolean isSecure) {
        DirectHandlers.Builder handlers = DirectHandlers.builder();
        MalformedRequests malformed = new MalformedRequests(faces.last(), ids, isSecure, told);
        for (EventType type : EventType.values()) {
            handlers.addHandler(type, malformed);
        }
        return handlers.build();
    }

    /// Looks after the certificate; empty where there is none.
    Optional<CertificateStep> certificate() {
        return certificate;
    }

    void start() {
        server.start();
        // It logs why it could not listen, and throws nothing.
        if (!server.isRunning()) {
            throw new UncheckedIOException(new BindException("the port cannot be listened on"));
        }
        Thread.ofVirtual().name("http-watch").start(this::watch);
    }

    int port() {
        return server.port();
    }

    /// Accepts nothing more, finishes what has begun, then returns.
    synchronized void stop() throws InterruptedException {
        if (isStopping) {
            return;
        }
        isStopping = true;
        server.stop();
        if (!admission.drain(DRAIN_MAX)) {
            LOG.warn("stopped while requests were still being worked on");
        }
    }

    private void watch() {
        while (!isStopping) {
            watch.sweep();
            LockSupport.parkNanos(SWEEP.toNanos());
        }
    }

    private void handle(ServerRequest request, ServerResponse response) throws InterruptedException {
        String requestId = ids.next().value();
        try (MDC.MDCCloseable _ = MDC.putCloseable(LOGGED_ID, requestId)) {
            Peer peer = peer(request);
            Arrival body = Bodies.read(request.content());
            Face face = faces.of(request.prologue().uriPath().rawPath());
            Instant begun = clock.instant();
            RawAnswer answer = answer(requestId, request, peer, body, face);
            told.answered(face.name(), answer.status(), Duration.between(begun, clock.instant()));
            boolean isLast = isStopping || closes(request) || !body.isWhole();
            AnswerHeaders.of(requestId, answer, peer.isSecure()).forEach(response::header);
            send(requestId, answer, request, response, isLast);
        } finally {
            watch.done();
        }
    }

    private RawAnswer answer(String requestId, ServerRequest request, Peer peer, Arrival body, Face face)
            throws InterruptedException {
        try {
            return switch (body) {
                case Arrival.Arrived(Content content) -> answer(raw(requestId, request, peer, content), face);
                case Arrival.Failed(Fault fault) -> face.refuse(fault, requestId);
            };
        } catch (RuntimeException bug) {
            LOG.error("request {} failed", requestId, bug);
            return face.refuse(new Fault.Bug(), requestId);
        }
    }

    private RawAnswer answer(RawRequest raw, Face face) throws InterruptedException {
        return admission.admit(raw, face, () -> {
            try (MDC.MDCCloseable _ = MDC.putCloseable(LOGGED_ID, raw.requestId())) {
                return Faces.guarded(face, raw);
            }
        });
    }

    private Peer peer(ServerRequest request) {
        InetSocketAddress address = (InetSocketAddress) request.remotePeer().address();
        return proxies.seenThrough(
                new Peer(address.getAddress(), request.isSecure()),
                header(request, "X-Forwarded-For"),
                header(request, "X-Forwarded-Proto"));
    }

    private static RawRequest raw(String requestId, ServerRequest request, Peer peer, Content content) {
        HttpPrologue prologue = request.prologue();
        return new RawRequest(
                requestId,
                prologue.method().text(),
                prologue.uriPath().rawPath(),
                prologue.hasQuery() ? prologue.query().rawValue() : "",
                name -> header(request, name),
                peer,
                content);
    }

    /// A header given several times is one with its values in a row, as HTTP has it.
    private static Optional<String> header(ServerRequest request, String name) {
        return request.headers()
                .find(HeaderNames.create(name))
                .map(Header::allValues)
                .map(values -> String.join(", ", values));
    }

    private static boolean closes(ServerRequest request) {
        return request.headers().containsToken(HeaderValues.CONNECTION_CLOSE);
    }

    private void send(
            String requestId, RawAnswer answer, ServerRequest request, ServerResponse response, boolean isLast) {
        response.status(Status.create(answer.status()));
        if (isLast) {
            response.header(HeaderValues.CONNECTION_CLOSE);
        }
        boolean isHead = request.prologue().method().text().equals("HEAD");
        switch (answer.body()) {
            case Body.Whole(byte[] bytes)
            when isHead -> {
                response.header(HeaderValues.create(HeaderNames.CONTENT_LENGTH, bytes.length));
                response.send();
            }
            case Body.Whole(byte[] bytes) -> response.send(bytes);
            case Streamed _ when isHead -> response.send();
            case Streamed streamed -> stream(requestId, streamed, response);
        }
        if (isLast) {
            // The server would go on to wait for another request; and it would not send the end of a streamed answer.
            ((RoutingResponse) response).commit();
            throw new CloseConnectionException("the last answer on this connection");
        }
    }

    /// Breaks off when it cannot go on: without its last chunk the answer is seen to be incomplete.
    private void stream(String requestId, Streamed body, ServerResponse response) {
        WatchedStream out = new WatchedStream(response.outputStream(), watch);
        try {
            body.writeTo(out);
            out.close();
        } catch (IOException | RuntimeException e) {
            if (out.isReceiverGone()) {
                LOG.debug("request {}: its client went away before the end of the answer", requestId);
            } else {
                LOG.warn("request {}: broke off its answer", requestId, e);
            }
            throw new CloseConnectionException("the answer was broken off", e);
        }
    }
}
