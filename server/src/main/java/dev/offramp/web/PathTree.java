package dev.offramp.web;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What lies at which path. A tree over segments; a fixed segment wins over a variable one (in braces), so that
/// `/trades/sell/assets` is never taken for the trade named `assets`.
///
/// @param <K> what tells things at one path apart: a method
public final class PathTree<K, T> {

    private final Map<String, PathTree<K, T>> fixed = new HashMap<>();
    private final Map<K, T> here = new HashMap<>();
    private Optional<PathTree<K, T>> variable = Optional.empty();

    /// A thing, and the text of its path's variable segments, decoded.
    public record Found<T>(T thing, List<String> variables) {}

    /// The segments of a path, split at `/`.
    public static List<String> segments(String path) {
        return Arrays.asList(path.substring(1).split("/", -1));
    }

    public static boolean isVariable(String segment) {
        return segment.startsWith("{");
    }

    /// @param path a segment in braces stands for any
    /// @throws IllegalArgumentException when there is such a thing already
    public void put(String path, K key, T thing) {
        PathTree<K, T> node = this;
        for (String segment : segments(path)) {
            node = isVariable(segment)
                    ? node.variableChild()
                    : node.fixed.computeIfAbsent(segment, _ -> new PathTree<>());
        }
        if (node.here.put(key, thing) != null) {
            throw new IllegalArgumentException("two at " + key + " " + path);
        }
    }

    /// @param path as sent, not decoded; a slash at its end does not count
    public Optional<Found<T>> find(String path, K key) {
        List<String> variables = new ArrayList<>();
        return find(segments(withoutLastSlash(path)), 0, variables)
                .map(node -> node.here.get(key))
                .map(thing -> new Found<>(thing, variables));
    }

    private static String withoutLastSlash(String path) {
        return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    private PathTree<K, T> variableChild() {
        if (variable.isEmpty()) {
            variable = Optional.of(new PathTree<>());
        }
        return variable.get();
    }

    /// The node at the end of `segments` that has anything.
    private Optional<PathTree<K, T>> find(List<String> segments, int depth, List<String> variables) {
        if (depth == segments.size()) {
            return here.isEmpty() ? Optional.empty() : Optional.of(this);
        }
        String segment = segments.get(depth);
        Optional<PathTree<K, T>> found =
                Optional.ofNullable(fixed.get(segment)).flatMap(next -> next.find(segments, depth + 1, variables));
        return found.isPresent() || segment.isEmpty() ? found : findVariable(segments, depth, variables);
    }

    private Optional<PathTree<K, T>> findVariable(List<String> segments, int depth, List<String> variables) {
        if (variable.isEmpty()) {
            return Optional.empty();
        }
        variables.add(decode(segments.get(depth)));
        Optional<PathTree<K, T>> found = variable.get().find(segments, depth + 1, variables);
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
