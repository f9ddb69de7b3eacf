package dev.offramp.db;

import java.time.Duration;

/// A database that is there, or is not: nothing is committed while it is away.
public final class Outage implements CommitPoints {

    private volatile boolean isAway;

    public boolean isAway() {
        return isAway;
    }

    public void begin() {
        isAway = true;
    }

    public void end() {
        isAway = false;
    }

    @Override
    public void beforeCommit() {
        if (isAway) {
            throw new Trouble("away", Duration.ofSeconds(1));
        }
    }
}
