package dev.offramp.acceptance.program;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/// A command that goes on until it is stopped, as somebody would by Ctrl-C. What it printed is searched for secrets.
public final class Begun implements AutoCloseable {

    private static final long POLL_MS = 50;
    private static final long PATIENCE_SECONDS = 30;

    private final Process process;
    private final Confidential confidential;
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Thread reader;

    Begun(Process process, Confidential confidential) {
        this.process = process;
        this.confidential = confidential;
        this.reader = Thread.ofVirtual().start(this::read);
    }

    private void read() {
        try (BufferedReader all = new BufferedReader(new InputStreamReader(process.getInputStream()))) {
            all.lines().forEach(lines::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What it printed so far.
    public List<String> lines() {
        return List.copyOf(lines);
    }

    /// Waits until it has printed this.
    public void await(String text, Duration patience) {
        long until = System.nanoTime() + patience.toNanos();
        while (lines.stream().noneMatch(line -> line.contains(text))) {
            if (System.nanoTime() > until || !process.isAlive()) {
                throw new AssertionError("not within " + patience + ": " + text + "\n" + lines);
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(POLL_MS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Stops it and waits for its end.
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("still running: " + process.pid());
            }
            reader.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        confidential.search("what a command printed", String.join("\n", lines));
    }
}
