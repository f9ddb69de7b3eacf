package dev.offramp.status;

import dev.offramp.health.Pulse;
import dev.offramp.look.PlainLine;
import dev.offramp.web.Face;
import dev.offramp.web.Fault;
import dev.offramp.web.RawAnswer;
import dev.offramp.web.RawRequest;
import java.util.function.BooleanSupplier;

/// The face for machines that look after processes: whether this one lives, and whether it is to get requests. Both
/// cost next to nothing and want no credentials.
public final class Readiness implements Face {

    private static final String LIVE = "/health/live";
    private static final String READY = "/health/ready";

    private final BooleanSupplier answers;
    private volatile boolean isStopping;

    private Readiness(BooleanSupplier answers) {
        this.answers = answers;
    }

    public static Readiness create(Pulse pulse) {
        return new Readiness(pulse::answers);
    }

    /// From now on it is not ready.
    public void stopping() {
        isStopping = true;
    }

    @Override
    public String name() {
        return "readiness";
    }

    @Override
    public boolean claims(String path) {
        return path.equals(LIVE) || path.equals(READY);
    }

    @Override
    public RawAnswer answer(RawRequest request) {
        if (request.path().equals(LIVE)) {
            return PlainLine.answer(200, "live");
        }
        if (isStopping) {
            return PlainLine.answer(503, "stopping");
        }
        return answers.getAsBoolean()
                ? PlainLine.answer(200, "ready")
                : PlainLine.answer(503, "the database does not answer");
    }

    @Override
    public RawAnswer refuse(Fault fault, String requestId) {
        return PlainLine.refuse(fault, requestId);
    }
}
