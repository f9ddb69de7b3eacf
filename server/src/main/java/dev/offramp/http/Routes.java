package dev.offramp.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Finds the endpoint for a method and a path. A tree over segments; a fixed segment wins over a variable one, so
/// that `/trades/sell/assets` is never taken for the trade named `assets`.
final class Routes {

    /// What every path of the API begins with.
    static final String ROOT = "/v1";

    private final List<Endpoint> endpoints;
    private final Node root = new Node();

    Routes(List<Endpoint> endpoints) {
        this.endpoints = List.copyOf(endpoints);
        endpoints.forEach(this::add);
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
        List<String> segments = Route.segments(withoutLastSlash(path.substring(ROOT.length())));
        List<String> variables = new ArrayList<>();
        return root.find(segments, 0, variables)
                .flatMap(node -> Method.parse(method).map(node.endpoints::get))
                .map(endpoint -> new Found(endpoint, endpoint.route(), variables));
    }

    private void add(Endpoint endpoint) {
        Route route = endpoint.route();
        Node node = root;
        for (String segment : Route.segments(route.path())) {
            node = Route.isVariable(segment)
                    ? node.variableChild()
                    : node.fixed.computeIfAbsent(segment, name -> new Node());
        }
        if (node.endpoints.put(route.method(), endpoint) != null) {
            throw new IllegalArgumentException("two endpoints at " + route.method() + " " + route.path());
        }
    }

    private static String withoutLastSlash(String path) {
        return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    private static final class Node {
        private final Map<String, Node> fixed = new HashMap<>();
        private final Map<Method, Endpoint> endpoints = new EnumMap<>(Method.class);
        private Optional<Node> variable = Optional.empty();

        Node variableChild() {
            if (variable.isEmpty()) {
                variable = Optional.of(new Node());
            }
            return variable.get();
        }

        /// The node at the end of `segments` that has an endpoint of any method.
        Optional<Node> find(List<String> segments, int depth, List<String> variables) {
            if (depth == segments.size()) {
                return endpoints.isEmpty() ? Optional.empty() : Optional.of(this);
            }
            String segment = segments.get(depth);
            Optional<Node> found =
                    Optional.ofNullable(fixed.get(segment)).flatMap(next -> next.find(segments, depth + 1, variables));
            return found.isPresent() || segment.isEmpty() ? found : findVariable(segments, depth, variables);
        }

        private Optional<Node> findVariable(List<String> segments, int depth, List<String> variables) {
            if (variable.isEmpty()) {
                return Optional.empty();
            }
            variables.add(decode(segments.get(depth)));
            Optional<Node> found = variable.get().find(segments, depth + 1, variables);
            if (found.isEmpty()) {
                variables.removeLast();
            }
            return found;
        }

        /// Percent signs were checked with the path; a plus is a plus here.
        private static String decode(String segment) {
            return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
        }
    }
}
