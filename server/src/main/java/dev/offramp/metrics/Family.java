package dev.offramp.metrics;

import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The series of one name while they are collected. One that gets no series is not shown at all.
final class Family {

    private final boolean isCounter;
    private final String name;
    private final String help;
    private final String[] labels;
    private final List<Sample> samples = new ArrayList<>();

    private record Sample(Labels labels, double value) {}

    private Family(boolean isCounter, String name, String help, String... labels) {
        this.isCounter = isCounter;
        this.name = name;
        this.help = help;
        this.labels = labels;
    }

    /// What goes up and down.
    static Family gauge(String name, String help, String... labels) {
        return new Family(false, name, help, labels);
    }

    /// What only grows while the process lives.
    ///
    /// @param name without `_total`, which it is shown with
    static Family counter(String name, String help, String... labels) {
        return new Family(true, name, help, labels);
    }

    /// @param values of the labels, in their order
    Family add(double value, String... values) {
        samples.add(new Sample(Labels.of(labels, values), value));
        return this;
    }

    /// 1 for yes.
    Family add(boolean value, String... values) {
        return add(value ? 1 : 0, values);
    }

    /// How long ago something was, in seconds; clocks of machines differ, and nothing is in the future.
    Family age(Instant at, Instant now, String... values) {
        return add(Math.max(0, seconds(Duration.between(at, now))), values);
    }

    static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }

    Optional<MetricSnapshot> snapshot() {
        if (samples.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(isCounter ? counter() : gauge());
    }

    private MetricSnapshot counter() {
        CounterSnapshot.Builder builder = CounterSnapshot.builder().name(name).help(help);
        samples.forEach(sample -> builder.dataPoint(CounterSnapshot.CounterDataPointSnapshot.builder()
                .labels(sample.labels())
                .value(sample.value())
                .build()));
        return builder.build();
    }

    private MetricSnapshot gauge() {
        GaugeSnapshot.Builder builder = GaugeSnapshot.builder().name(name).help(help);
        samples.forEach(sample -> builder.dataPoint(GaugeSnapshot.GaugeDataPointSnapshot.builder()
                .labels(sample.labels())
                .value(sample.value())
                .build()));
        return builder.build();
    }
}
