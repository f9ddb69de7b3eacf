package dev.offramp.app;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What has been opened so far, to be closed in the opposite order.
final class Opened implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Opened.class);

    private final Deque<AutoCloseable> latestFirst = new ArrayDeque<>();

    synchronized <T extends AutoCloseable> T keep(T thing) {
        latestFirst.push(thing);
        return thing;
    }

    /// What does not close well must not keep the rest from closing.
    @Override
    public synchronized void close() {
        while (!latestFirst.isEmpty()) {
            AutoCloseable next = latestFirst.pop();
            try {
                next.close();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (Exception e) {
                LOG.warn("{} did not close well", next.getClass().getSimpleName(), e);
            }
        }
    }
}
