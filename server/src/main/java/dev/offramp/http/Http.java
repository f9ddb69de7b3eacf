package dev.offramp.http;

import dev.offramp.db.ObjectIds;
import dev.offramp.jobs.Step;
import dev.offramp.tenancy.RequestWindow;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// The HTTP face: answers `/v1` from its list of endpoints.
public final class Http implements AutoCloseable {

    private final Listener listener;

    private Http(Listener listener) {
        this.listener = listener;
    }

    /// What is known of callers: who they are, how often they ask, what they asked.
    public record Callers(Authenticator authenticator, RequestCounter counter, RequestLog log) {}

    /// @throws UnusableCertificate when there are files of a certificate and they are no good
    public static Http create(
            HttpSettings settings,
            Callers callers,
            List<Endpoint> endpoints,
            Repetitions repetitions,
            InstantSource clock,
            ObjectIds ids) {
        Checks checks = new Checks(settings, callers.authenticator(), callers.counter(), clock);
        CallLog log = new CallLog(callers.log(), clock);
        return create(settings, new Dispatch(new Routes(endpoints), checks, repetitions, log), clock, ids);
    }

    /// [#create] for endpoints that change nothing: idempotency keys mean nothing, and no limit is reached.
    public static Http create(
            HttpSettings settings,
            Authenticator authenticator,
            List<Endpoint> endpoints,
            InstantSource clock,
            ObjectIds ids) {
        RequestCounter first = (integration, route) -> new RequestWindow(clock.instant(), 1);
        Checks checks = new Checks(settings, authenticator, first, clock);
        return create(settings, new Dispatch(new Routes(endpoints), checks, Execution.WITHOUT_EFFECT), clock, ids);
    }

    private static Http create(HttpSettings settings, Dispatch dispatch, InstantSource clock, ObjectIds ids) {
        return new Http(new Listener(settings, dispatch, ids, new ExchangeWatch(clock)));
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
