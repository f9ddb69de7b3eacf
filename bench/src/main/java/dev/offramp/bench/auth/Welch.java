package dev.offramp.bench.auth;

import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/// Welch's t-test of two samples of times: how many standard errors their means are apart.
final class Welch {

    /// Which part of the times is looked at, the fastest first.
    private static final List<Double> CROPS = List.of(1.0, 0.99, 0.95, 0.9, 0.75, 0.5);

    private Welch() {}

    /// @param part the fastest so many of both samples together
    record Crop(double part, double t) {}

    /// All times.
    static Crop whole(long[] a, long[] b) {
        return crop(a, b, 1);
    }

    /// The crop in which they are furthest apart.
    static Crop worst(long[] a, long[] b) {
        return CROPS.stream()
                .map(part -> crop(a, b, part))
                .max((x, y) -> Double.compare(Math.abs(x.t), Math.abs(y.t)))
                .orElseThrow();
    }

    private static Crop crop(long[] a, long[] b, double part) {
        long[] all =
                LongStream.concat(Arrays.stream(a), Arrays.stream(b)).sorted().toArray();
        long slowest = all[(int) Math.ceil(all.length * part) - 1];
        return new Crop(part, t(below(a, slowest), below(b, slowest)));
    }

    private static long[] below(long[] times, long slowest) {
        return Arrays.stream(times).filter(time -> time <= slowest).toArray();
    }

    static double t(long[] a, long[] b) {
        double error = Math.sqrt(variance(a) / a.length + variance(b) / b.length);
        double apart = mean(a) - mean(b);
        return error == 0 ? Math.signum(apart) * Double.MAX_VALUE : apart / error;
    }

    private static double mean(long[] times) {
        return Arrays.stream(times).average().orElseThrow();
    }

    private static double variance(long[] times) {
        double mean = mean(times);
        return Arrays.stream(times)
                        .mapToDouble(time -> (time - mean) * (time - mean))
                        .sum()
                / Math.max(1, times.length - 1);
    }
}
