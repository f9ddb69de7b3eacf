package dev.offramp.web;

import java.util.Optional;
import java.util.function.Supplier;

/// A face that is made when something of it is first asked for: a server that nobody asks for it starts without it.
public final class LateFace implements Face {

    private final Supplier<Face> making;
    private Optional<Face> made = Optional.empty();

    public LateFace(Supplier<Face> making) {
        this.making = making;
    }

    private synchronized Face face() {
        if (made.isEmpty()) {
            made = Optional.of(making.get());
        }
        return made.get();
    }

    @Override
    public boolean claims(String path) {
        return face().claims(path);
    }

    @Override
    public RawAnswer answer(RawRequest request) {
        return face().answer(request);
    }

    @Override
    public RawAnswer refuse(Fault fault, String requestId) {
        return face().refuse(fault, requestId);
    }
}
