package dev.offramp.web;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps what goes wrong with a watch away from the request that it is told of.
record GuardedWatch(RequestWatch watch) implements RequestWatch {

    private static final Logger LOG = LoggerFactory.getLogger(GuardedWatch.class);

    @Override
    public void began() {
        guarded(watch::began);
    }

    @Override
    public void ended() {
        guarded(watch::ended);
    }

    @Override
    public void turnedAway() {
        guarded(watch::turnedAway);
    }

    @Override
    public void givenUp() {
        guarded(watch::givenUp);
    }

    @Override
    public void answered(String face, int status, Duration took) {
        guarded(() -> watch.answered(face, status, took));
    }

    private static void guarded(Runnable telling) {
        try {
            telling.run();
        } catch (RuntimeException bug) {
            LOG.error("a request was not counted", bug);
        }
    }
}
