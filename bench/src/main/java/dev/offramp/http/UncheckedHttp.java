package dev.offramp.http;

import dev.offramp.http.Check.Verdict;
import dev.offramp.tenancy.Authentication.Authenticated;
import dev.offramp.tenancy.Environment;
import dev.offramp.wire.Values;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The program's own routing with nothing between it and the endpoint: every request is taken for one of the same
/// caller, in development. It lives in the benchmarks alone.
public final class UncheckedHttp {

    private UncheckedHttp() {}

    public static Http create(Authenticated caller, List<Endpoint> endpoints) {
        Check everythingPasses = call -> new Verdict.Passed(
                call.from(caller).in(Environment.DEVELOPMENT).at(path(call)).with(Values.NONE, Values.NONE));
        return new Http(new Routes(endpoints), everythingPasses, Execution.WITHOUT_EFFECT);
    }

    private static Map<String, String> path(Call call) {
        Map<String, String> path = new HashMap<>();
        List<PathParameter> parameters = call.route().parameters();
        for (int i = 0; i < parameters.size(); i++) {
            path.put(parameters.get(i).name(), call.found().variables().get(i));
        }
        return path;
    }
}
