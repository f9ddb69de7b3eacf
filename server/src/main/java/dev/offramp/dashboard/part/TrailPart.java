package dev.offramp.dashboard.part;

import dev.offramp.tenancy.Environment;
import dev.offramp.trail.Entries;
import dev.offramp.trail.Entry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// A part of the audit log, and what was asked for.
///
/// @param path of the page
/// @param next where older entries are; empty when there are none
public record TrailPart(List<Line> lines, String path, Optional<String> next, TrailFilter filter) {

    /// How many entries are shown at a time.
    public static final int SHOWN_MAX = 50;

    public static TrailPart of(Entries entries, String path, TrailFilter filter) {
        Optional<String> next = entries.next().isPresent()
                ? Optional.of(path
                        + filter.query()
                                .with("before", String.valueOf(entries.next().getAsLong()))
                                .written())
                : Optional.empty();
        return new TrailPart(entries.entries().stream().map(Line::new).toList(), path, next, filter);
    }

    /// An entry in a line.
    public record Line(Entry entry) {

        public String who() {
            return entry.actor().words();
        }

        public String from() {
            return entry.from().orElse("");
        }

        public String environment() {
            return entry.concern().environment().map(Environment::code).orElse("both");
        }

        public String before() {
            return words(entry.before().values());
        }

        public String after() {
            return words(entry.after().values());
        }

        private static String words(Map<String, String> values) {
            return values.entrySet().stream()
                    .map(value -> value.getKey() + ": " + value.getValue())
                    .collect(Collectors.joining(", "));
        }
    }
}
