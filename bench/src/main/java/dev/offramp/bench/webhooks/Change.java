package dev.offramp.bench.webhooks;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/// How much more a mean is than another.
///
/// @param part of the other mean
/// @param error its standard error, by how much the pairs of rounds differ among themselves
record Change(double part, double error) {

    /// @param of greater than zero
    static Change between(List<Round> before, List<Round> after, ToDoubleFunction<Round> of) {
        double base = before.stream().mapToDouble(of).average().orElseThrow();
        double[] parts = IntStream.range(0, before.size())
                .mapToDouble(i -> (of.applyAsDouble(after.get(i)) - of.applyAsDouble(before.get(i))) / base)
                .toArray();
        double mean = IntStream.range(0, parts.length)
                .mapToDouble(i -> parts[i])
                .average()
                .orElseThrow();
        double squares = IntStream.range(0, parts.length)
                .mapToDouble(i -> (parts[i] - mean) * (parts[i] - mean))
                .sum();
        return new Change(mean, Math.sqrt(squares / Math.max(1, parts.length - 1) / parts.length));
    }

    @Override
    public String toString() {
        return "%+.1f%% (standard error %.1f%%)".formatted(part * 100, error * 100);
    }
}
