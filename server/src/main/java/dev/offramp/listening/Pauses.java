package dev.offramp.listening;

import java.time.Duration;

/// How long to wait before asking again: twice as long each time that it was in vain, up to a bound.
final class Pauses {

    private static final Duration FIRST = Duration.ofMillis(250);
    private static final Duration LONGEST = Duration.ofSeconds(15);

    private Duration next = FIRST;

    Duration next() {
        Duration now = next;
        Duration twice = now.multipliedBy(2);
        next = twice.compareTo(LONGEST) > 0 ? LONGEST : twice;
        return now;
    }

    boolean isFirst() {
        return next.equals(FIRST);
    }

    void reset() {
        next = FIRST;
    }
}
