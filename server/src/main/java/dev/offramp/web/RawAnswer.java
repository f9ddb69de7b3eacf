package dev.offramp.web;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// An answer as it goes out. `X-Request-Id` is added to every one, and `Cache-Control: no-store` to those that say
/// nothing of caches.
///
/// @param headers in their order; a name may come several times
public record RawAnswer(int status, List<Header> headers, Body body) {

    /// @param value in ASCII, without line ends
    public record Header(String name, String value) {}

    public RawAnswer {
        headers = List.copyOf(headers);
    }

    public static RawAnswer of(int status, Map<String, String> headers, Body body) {
        List<Header> all = new ArrayList<>();
        headers.forEach((name, value) -> all.add(new Header(name, value)));
        return new RawAnswer(status, all, body);
    }

    /// The same with one more header.
    public RawAnswer with(String name, String value) {
        List<Header> all = new ArrayList<>(headers);
        all.add(new Header(name, value));
        return new RawAnswer(status, all, body);
    }

    /// The value of `Retry-After`: in whole seconds, at least one.
    public static String seconds(Duration wait) {
        return String.valueOf(Math.max(1, wait.plusMillis(999).toSeconds()));
    }
}
