package dev.offramp.bench.webhooks;

/// What one round measured.
///
/// @param millis the mean time of an event at a steady rate
/// @param perSecond deliveries of the many
record Round(double millis, double perSecond) {

    @Override
    public String toString() {
        return "%.1f ms, %.0f/s".formatted(millis, perSecond);
    }
}
