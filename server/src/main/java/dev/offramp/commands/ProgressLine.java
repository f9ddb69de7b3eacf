package dev.offramp.commands;

import dev.offramp.app.Surroundings;
import dev.offramp.backups.Progress;
import java.time.Duration;
import java.time.Instant;

/// Says on standard error how far something long has come, every two seconds: short work says nothing.
final class ProgressLine implements Progress {

    private static final Duration EVERY = Duration.ofSeconds(2);

    private final Surroundings around;
    private Instant next;

    ProgressLine(Surroundings around) {
        this.around = around;
        this.next = around.clock().instant().plus(EVERY);
    }

    @Override
    public void at(String what, long done, long of) {
        Instant now = around.clock().instant();
        if (!now.isBefore(next)) {
            next = now.plus(EVERY);
            around.err().println("offramp: " + done + " of " + of + " " + what);
        }
    }
}
