package dev.offramp.http;

import dev.offramp.db.ObjectIds;
import java.time.InstantSource;
import java.util.List;

/// The HTTP face: answers `/v1` from its list of endpoints.
public final class Http implements AutoCloseable {

    private final Listener listener;

    private Http(Listener listener) {
        this.listener = listener;
    }

    public static Http create(
            HttpSettings settings,
            Authenticator authenticator,
            List<Endpoint> endpoints,
            Repetitions repetitions,
            InstantSource clock,
            ObjectIds ids) {
        Dispatch dispatch = new Dispatch(new Routes(endpoints), new Checks(settings, authenticator), repetitions);
        return create(settings, dispatch, clock, ids);
    }

    /// [#create] for endpoints that change nothing, and idempotency keys without meaning.
    public static Http create(
            HttpSettings settings,
            Authenticator authenticator,
            List<Endpoint> endpoints,
            InstantSource clock,
            ObjectIds ids) {
        Checks checks = new Checks(settings, authenticator);
        return create(settings, new Dispatch(new Routes(endpoints), checks, Execution.WITHOUT_EFFECT), clock, ids);
    }

    private static Http create(HttpSettings settings, Dispatch dispatch, InstantSource clock, ObjectIds ids) {
        return new Http(new Listener(settings, dispatch, ids, new ExchangeWatch(clock)));
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
