package dev.offramp.webhooks;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;

/// Holds attempts until the test lets them go.
final class ManualExecutor implements Executor {

    private final Queue<Runnable> held = new ArrayDeque<>();

    @Override
    public void execute(Runnable task) {
        held.add(task);
    }

    int held() {
        return held.size();
    }

    void runAll() {
        while (!held.isEmpty()) {
            held.remove().run();
        }
    }
}
