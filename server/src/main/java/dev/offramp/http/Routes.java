package dev.offramp.http;

import dev.offramp.web.PathTree;
import java.util.List;
import java.util.Optional;

/// Finds the endpoint for a method and a path.
final class Routes {

    /// What every path of the API begins with.
    static final String ROOT = "/v1";

    private final List<Endpoint> endpoints;
    private final PathTree<Method, Endpoint> tree = new PathTree<>();

    Routes(List<Endpoint> endpoints) {
        this.endpoints = List.copyOf(endpoints);
        endpoints.forEach(
                endpoint -> tree.put(endpoint.route().path(), endpoint.route().method(), endpoint));
    }

    /// All of them, in the order in which they were named.
    List<Endpoint> endpoints() {
        return endpoints;
    }

    /// An endpoint, and the text of its path's variable segments.
    record Found(Endpoint endpoint, Route route, List<String> variables) {}

    /// @param path as it came, not decoded
    Optional<Found> find(String method, String path) {
        if (!path.startsWith(ROOT + "/")) {
            return Optional.empty();
        }
        return Method.parse(method)
                .flatMap(known -> tree.find(path.substring(ROOT.length()), known))
                .map(found -> new Found(found.thing(), found.thing().route(), found.variables()));
    }
}
