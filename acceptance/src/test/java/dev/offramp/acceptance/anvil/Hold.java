package dev.offramp.acceptance.anvil;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Keeps whoever asks one question standing there, so that a program can be met at exactly that step.
public final class Hold {

    /// Where the question stands.
    public enum Where {
        /// Nothing has reached the node.
        BEFORE_THE_NODE,
        /// The node has done what it was asked; the answer is not told.
        AFTER_THE_NODE
    }

    private final String method;
    private final Where where;
    private final CountDownLatch caught = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);

    Hold(String method, Where where) {
        this.method = method;
        this.where = where;
    }

    String method() {
        return method;
    }

    /// Waits until somebody stands here.
    public void awaitCaught(Duration patience) {
        try {
            if (!caught.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new AssertionError("nobody asked " + method + " within " + patience);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Lets nobody stand here any more. Whoever did gets no answer, and what had not reached the node never does.
    public void end() {
        ended.countDown();
    }

    /// @return whether the question was given up here
    boolean stand(Where place) {
        if (place != where || ended.getCount() == 0) {
            return false;
        }
        caught.countDown();
        try {
            ended.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return true;
    }
}
