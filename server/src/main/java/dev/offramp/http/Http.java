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
            RequestCounter counter,
            List<Endpoint> endpoints,
            InstantSource clock,
            ObjectIds ids) {
        Dispatch dispatch = new Dispatch(new Routes(endpoints), new Checks(settings, authenticator, counter, clock));
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
