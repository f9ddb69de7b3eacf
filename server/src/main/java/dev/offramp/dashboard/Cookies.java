package dev.offramp.dashboard;

import dev.offramp.web.RawRequest;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The cookies that came with a request. Those without the prefix do not count over TLS: another host of the same
/// domain could have set them.
final class Cookies {

    private final Map<String, String> byName;
    private final boolean isSecure;

    private Cookies(Map<String, String> byName, boolean isSecure) {
        this.byName = byName;
        this.isSecure = isSecure;
    }

    static Cookies of(RawRequest request) {
        Map<String, String> byName = request.header("Cookie").stream()
                .flatMap(header -> Arrays.stream(header.split("[;,]")))
                .map(pair -> pair.strip().split("=", 2))
                .filter(pair -> pair.length == 2)
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1], (first, second) -> first));
        return new Cookies(byName, request.peer().isSecure());
    }

    /// The same from a browser that has thrown this one away.
    Cookies without(Cookie.Name name) {
        Map<String, String> others = new HashMap<>(byName);
        others.remove(name.on(isSecure));
        return new Cookies(others, isSecure);
    }

    Optional<String> find(Cookie.Name name) {
        return Optional.ofNullable(byName.get(name.on(isSecure))).filter(value -> !value.isEmpty());
    }

    <T> Optional<T> find(Cookie.Name name, Function<String, T> type) {
        return find(name).map(type);
    }
}
