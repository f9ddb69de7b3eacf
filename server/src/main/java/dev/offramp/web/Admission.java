package dev.offramp.web;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Bounds how much is worked on at once and how long a caller waits. What is too much is refused early, while
/// refusing is still cheap; what takes too long is given up, because clients have stopped listening by then.
///
/// Work given up is interrupted: a transaction that waits for a lock is rolled back rather than left to succeed after
/// its caller was told otherwise. It counts against the bound until it has really ended.
final class Admission {

    /// Together under the four seconds within which everything is answered.
    private static final Duration WAIT_MAX = Duration.ofMillis(250);

    private static final Duration WORK_MAX = Duration.ofMillis(3_500);

    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);
    private static final Logger LOG = LoggerFactory.getLogger(Admission.class);

    private final int places;
    private final Duration waitMax;
    private final Duration workMax;
    private final Semaphore free;
    private final RequestWatch watch;

    Admission(int places, RequestWatch watch) {
        this(places, WAIT_MAX, WORK_MAX, watch);
    }

    /// @param waitMax how long to wait for a place
    /// @param workMax how long to wait for the answer
    Admission(int places, Duration waitMax, Duration workMax, RequestWatch watch) {
        this.places = places;
        this.waitMax = waitMax;
        this.workMax = workMax;
        this.free = new Semaphore(places);
        this.watch = watch;
    }

    /// @param face says no in its own dress
    RawAnswer admit(RawRequest request, Face face, Supplier<RawAnswer> work) throws InterruptedException {
        if (!free.tryAcquire() && !free.tryAcquire(waitMax.toMillis(), TimeUnit.MILLISECONDS)) {
            LOG.warn("{}: too much at once", request);
            watch.turnedAway();
            return face.refuse(new Fault.Unavailable(RETRY_AFTER), request.requestId());
        }
        watch.began();
        FutureTask<RawAnswer> task = new FutureTask<>(() -> inPlace(work));
        Thread worker = Thread.ofVirtual().name("request").start(task);
        try {
            return task.get(workMax.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            worker.interrupt();
            LOG.warn("{}: given up after {} ms", request, workMax.toMillis());
            watch.givenUp();
            return face.refuse(new Fault.Unavailable(RETRY_AFTER), request.requestId());
        } catch (ExecutionException e) {
            throw new IllegalStateException("answers are given, not thrown", e.getCause());
        }
    }

    /// Waits until all work has ended, given-up work too.
    ///
    /// @return whether it did, within `patience`
    boolean drain(Duration patience) throws InterruptedException {
        return free.tryAcquire(places, patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    private RawAnswer inPlace(Supplier<RawAnswer> work) {
        try {
            return work.get();
        } finally {
            watch.ended();
            free.release();
        }
    }
}
