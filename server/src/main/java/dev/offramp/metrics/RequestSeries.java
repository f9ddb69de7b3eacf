package dev.offramp.metrics;

import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The series of requests.
///
/// @param max how many are worked on at once
record RequestSeries(RequestCounts counts, int max) {

    List<Family> families() {
        Family answered =
                Family.counter("offramp_requests", "Requests that were answered, refused ones too.", "face", "status");
        counts.answered().forEach((answers, times) -> {
            long all = 0;
            for (long count : times.counts()) {
                all += count;
            }
            answered.add(all, answers.face(), String.valueOf(answers.status()));
        });
        return List.of(
                answered,
                Family.gauge("offramp_requests_under_way", "Requests that are worked on now.")
                        .add(counts.countUnderWay()),
                Family.gauge("offramp_requests_under_way_max", "Requests that are worked on at most.")
                        .add(max),
                Family.counter("offramp_requests_turned_away", "Requests for which there was no place in time.")
                        .add(counts.countTurnedAway()),
                Family.counter("offramp_requests_given_up", "Requests given up because they took too long.")
                        .add(counts.countGivenUp()));
    }

    /// By status class: which status within it says little of time, and every bucket is a series.
    Optional<MetricSnapshot> times() {
        Map<String, Map<String, Sum>> sums = new TreeMap<>();
        counts.answered()
                .forEach((answers, times) -> sums.computeIfAbsent(answers.face(), _ -> new TreeMap<>())
                        .merge(answers.status() / 100 + "xx", Sum.of(times), Sum::plus));
        if (sums.isEmpty()) {
            return Optional.empty();
        }
        HistogramSnapshot.Builder builder = HistogramSnapshot.builder()
                .name("offramp_request_seconds")
                .help("How long requests took, from their last byte to the answer.");
        sums.forEach((face, classes) -> classes.forEach(
                (code, sum) -> builder.dataPoint(sum.histogram(Labels.of("face", face, "status_class", code)))));
        return Optional.of(builder.build());
    }

    /// The times of several statuses.
    private record Sum(long[] counts, long nanos) {

        static Sum of(RequestCounts.Times times) {
            return new Sum(times.counts(), times.nanos());
        }

        Sum plus(Sum other) {
            long[] sum = counts.clone();
            for (int i = 0; i < sum.length; i++) {
                sum[i] += other.counts[i];
            }
            return new Sum(sum, nanos + other.nanos);
        }

        HistogramSnapshot.HistogramDataPointSnapshot histogram(Labels labels) {
            ClassicHistogramBuckets.Builder buckets = ClassicHistogramBuckets.builder();
            for (int i = 0; i < RequestCounts.BOUNDS.length; i++) {
                buckets.bucket(RequestCounts.BOUNDS[i] / 1e9, counts[i]);
            }
            buckets.bucket(Double.POSITIVE_INFINITY, counts[RequestCounts.BOUNDS.length]);
            return HistogramSnapshot.HistogramDataPointSnapshot.builder()
                    .labels(labels)
                    .classicHistogramBuckets(buckets.build())
                    .sum(nanos / 1e9)
                    .build();
        }
    }
}
