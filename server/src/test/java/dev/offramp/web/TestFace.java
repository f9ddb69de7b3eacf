package dev.offramp.web;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Function;

/// A face that says everything in its own name.
///
/// @param root what its paths begin with
record TestFace(String root, Function<RawRequest, RawAnswer> work) implements Face {

    @Override
    public String name() {
        return root.substring(1);
    }

    @Override
    public boolean claims(String path) {
        return path.startsWith(root);
    }

    @Override
    public RawAnswer answer(RawRequest request) {
        return work.apply(request);
    }

    @Override
    public RawAnswer refuse(Fault fault, String requestId) {
        int status = switch (fault) {
            case Fault.Unavailable _ -> 503;
            case Fault.Bug _ -> 500;
            default -> 400;
        };
        return text(status, root + " has " + fault.getClass().getSimpleName());
    }

    static RawAnswer text(int status, String text) {
        return RawAnswer.of(
                status, Map.of("Content-Type", "text/plain"), new Body.Whole(text.getBytes(StandardCharsets.UTF_8)));
    }
}
