package dev.offramp.metrics;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A strict reader of the text form 0.0.4, which throws on whatever its specification does not allow, and on what it
/// only asks for: every family has one HELP and one TYPE before its samples, which follow each other, and no series
/// comes twice. Source: prometheus.io, "Exposition formats".
final class Exposition {

    private static final Pattern COMMENT = Pattern.compile("# (HELP|TYPE) ([a-zA-Z_:][a-zA-Z0-9_:]*) (.+)");
    private static final Pattern LABEL =
            Pattern.compile("([a-zA-Z_][a-zA-Z0-9_]*)=\"((?:[^\"\\\\]|\\\\[\\\\\"n])*)\",?");
    private static final Pattern SAMPLE = Pattern.compile(
            "([a-zA-Z_:][a-zA-Z0-9_:]*)" + "(?:\\{((?:" + LABEL.pattern() + ")*)})? ([0-9.eE+-]+|NaN|[+-]Inf)");

    private static final Map<String, List<String>> SUFFIXES = Map.of(
            "counter", List.of(""),
            "gauge", List.of(""),
            "histogram", List.of("_bucket", "_sum", "_count"),
            "summary", List.of("", "_sum", "_count"));

    private final Map<String, Double> series = new LinkedHashMap<>();
    private final Map<String, String> types = new HashMap<>();
    private final Set<String> helped = new HashSet<>();
    private final Set<String> closed = new HashSet<>();
    private String family = "";

    private Exposition() {}

    static Exposition read(String text) {
        if (!text.endsWith("\n")) {
            throw new AssertionError("the last line does not end");
        }
        Exposition read = new Exposition();
        text.lines().forEach(read::line);
        read.types.keySet().forEach(read::requireSamples);
        return read;
    }

    private void line(String line) {
        if (line.startsWith("#")) {
            comment(line, COMMENT.matcher(line));
        } else {
            sample(line, SAMPLE.matcher(line));
        }
    }

    private void comment(String line, Matcher found) {
        require(found.matches(), line);
        open(found.group(2), line);
        if (found.group(1).equals("HELP")) {
            require(helped.add(family), line);
        } else {
            require(SUFFIXES.containsKey(found.group(3)), line);
            require(helped.contains(family), line);
            require(types.put(family, found.group(3)) == null, line);
        }
    }

    private void open(String name, String line) {
        if (!name.equals(family)) {
            require(closed.add(name), line);
            family = name;
        }
    }

    private void sample(String line, Matcher found) {
        require(found.matches(), line);
        String suffix = found.group(1).startsWith(family) ? found.group(1).substring(family.length()) : line;
        require(types.containsKey(family), line);
        require(SUFFIXES.get(types.get(family)).contains(suffix), line);
        String labels = found.group(2) == null ? "" : found.group(2);
        Set<String> sorted = new TreeSet<>();
        LABEL.matcher(labels)
                .results()
                .forEach(label -> require(sorted.add(label.group(1) + "=" + label.group(2)), line));
        require(sorted.stream().map(label -> label.split("=", 2)[0]).distinct().count() == sorted.size(), line);
        require(series.put(found.group(1) + sorted, value(found.group(found.groupCount()))) == null, line);
    }

    private static double value(String text) {
        return switch (text) {
            case "+Inf" -> Double.POSITIVE_INFINITY;
            case "-Inf" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(text);
        };
    }

    private void requireSamples(String name) {
        require(series.keySet().stream().anyMatch(key -> key.startsWith(name)), name + " has no series");
    }

    private static void require(boolean holds, String line) {
        if (!holds) {
            throw new AssertionError("not allowed: " + line);
        }
    }

    /// The value of one series.
    ///
    /// @param labels `name=value`, in any order
    double value(String name, String... labels) {
        Double value = series.get(name + new TreeSet<>(List.of(labels)));
        if (value == null) {
            throw new AssertionError("no series " + name + List.of(labels) + " among " + series.keySet());
        }
        return value;
    }

    boolean has(String name, String... labels) {
        return series.containsKey(name + new TreeSet<>(List.of(labels)));
    }

    /// The names of samples, as expressions name them.
    Set<String> names() {
        Set<String> names = new TreeSet<>();
        series.keySet().forEach(key -> names.add(key.substring(0, key.indexOf('['))));
        return names;
    }

    /// The names of families.
    Set<String> families() {
        return new TreeSet<>(types.keySet());
    }
}
