package dev.offramp.bench.webhooks;

/// What one round measured.
///
/// @param millis the median time of an event at a steady rate
/// @param slowMillis what nineteen of twenty were faster than
/// @param perSecond deliveries of the many
record Round(double millis, double slowMillis, double perSecond) {

    @Override
    public String toString() {
        return "%.1f ms (95%%: %.1f ms), %.0f/s".formatted(millis, slowMillis, perSecond);
    }
}
