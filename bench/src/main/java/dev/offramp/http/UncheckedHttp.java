package dev.offramp.http;

import dev.offramp.db.ObjectIds;
import dev.offramp.http.Check.Verdict;
import dev.offramp.tenancy.Authentication.Authenticated;
import dev.offramp.tenancy.Environment;
import dev.offramp.wire.Values;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The server's own transport and routing with nothing between them and the endpoint: every request is taken for one of
/// the same caller, in development. It lives in the benchmarks alone.
public final class UncheckedHttp implements AutoCloseable {

    private final Listener listener;

    private UncheckedHttp(Listener listener) {
        this.listener = listener;
    }

    public static UncheckedHttp start(
            HttpSettings settings, Authenticated caller, List<Endpoint> endpoints, InstantSource clock, ObjectIds ids) {
        Check everythingPasses = call -> new Verdict.Passed(
                call.from(caller).in(Environment.DEVELOPMENT).at(path(call)).with(Values.NONE, Values.NONE));
        Dispatch dispatch = new Dispatch(new Routes(endpoints), everythingPasses, Execution.WITHOUT_EFFECT);
        Listener listener = new Listener(settings, dispatch, ids, new ExchangeWatch(clock));
        listener.start();
        return new UncheckedHttp(listener);
    }

    private static Map<String, String> path(Call call) {
        Map<String, String> path = new HashMap<>();
        List<PathParameter> parameters = call.route().parameters();
        for (int i = 0; i < parameters.size(); i++) {
            path.put(parameters.get(i).name(), call.found().variables().get(i));
        }
        return path;
    }

    public int port() {
        return listener.port();
    }

    @Override
    public void close() {
        try {
            listener.stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
