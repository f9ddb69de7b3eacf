package dev.offramp.dashboard;

import dev.offramp.web.PathTree;
import java.util.List;

/// Where a page lies.
///
/// @param path variable segments in braces; those of a business begin with [#BUSINESS]
public record Route(Verb verb, String path) {

    /// What every path of a business begins with: the address itself says where one is, so that two tabs cannot mix.
    public static final String BUSINESS = "/b/{business}/{environment}";

    /// What every path of an operator begins with.
    public static final String OPERATOR = "/operator";

    /// Asking, or changing something. `HEAD` asks.
    public enum Verb {
        GET,
        POST
    }

    public static Route get(String path) {
        return new Route(Verb.GET, path);
    }

    public static Route post(String path) {
        return new Route(Verb.POST, path);
    }

    /// The names of the variable segments, in their order.
    List<String> variables() {
        return PathTree.segments(path).stream()
                .filter(PathTree::isVariable)
                .map(segment -> segment.substring(1, segment.length() - 1))
                .toList();
    }

    @Override
    public String toString() {
        return verb + " " + path;
    }
}
