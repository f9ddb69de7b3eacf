package dev.offramp.metrics;

import dev.offramp.web.RequestWatch;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/// Counts requests from the start of the server on, in additions that wait for nobody and with nothing of the library.
final class RequestCounts implements RequestWatch {

    /// Upper bounds of the buckets in nanoseconds; what takes longer is in one more. Everything is answered within four
    /// seconds.
    static final long[] BOUNDS = {
        millis(5),
        millis(10),
        millis(25),
        millis(50),
        millis(100),
        millis(250),
        millis(500),
        millis(1_000),
        millis(2_500)
    };

    private final Map<Answers, Times> answered = new ConcurrentHashMap<>();
    private final LongAdder underWay = new LongAdder();
    private final LongAdder turnedAway = new LongAdder();
    private final LongAdder givenUp = new LongAdder();

    /// What is counted together. Faces are few, and statuses those that we answer with.
    record Answers(String face, int status) {}

    /// How long answers took.
    static final class Times {

        private final LongAdder[] counts = new LongAdder[BOUNDS.length + 1];
        private final LongAdder nanos = new LongAdder();

        private Times() {
            for (int i = 0; i < counts.length; i++) {
                counts[i] = new LongAdder();
            }
        }

        private void add(long took) {
            int bucket = 0;
            while (bucket < BOUNDS.length && took > BOUNDS[bucket]) {
                bucket++;
            }
            counts[bucket].increment();
            nanos.add(took);
        }

        /// How many are in each bucket alone.
        long[] counts() {
            long[] all = new long[counts.length];
            for (int i = 0; i < all.length; i++) {
                all[i] = counts[i].sum();
            }
            return all;
        }

        long nanos() {
            return nanos.sum();
        }
    }

    private static long millis(long count) {
        return Duration.ofMillis(count).toNanos();
    }

    @Override
    public void began() {
        underWay.increment();
    }

    @Override
    public void ended() {
        underWay.decrement();
    }

    @Override
    public void turnedAway() {
        turnedAway.increment();
    }

    @Override
    public void givenUp() {
        givenUp.increment();
    }

    /// The clock of the machine may be set back meanwhile.
    @Override
    public void answered(String face, int status, Duration took) {
        answered.computeIfAbsent(new Answers(face, status), _ -> new Times()).add(Math.max(0, took.toNanos()));
    }

    Map<Answers, Times> answered() {
        return Map.copyOf(answered);
    }

    long countUnderWay() {
        return underWay.sum();
    }

    long countTurnedAway() {
        return turnedAway.sum();
    }

    long countGivenUp() {
        return givenUp.sum();
    }
}
