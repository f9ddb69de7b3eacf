package dev.offramp.web;

import java.util.function.Predicate;
import java.util.function.Supplier;

/// A face that is made when something of it is first asked for: a server that nobody asks for it starts without it.
public final class LateFace implements Face {

    private final String name;
    private final Predicate<String> claims;
    private final Late<? extends Face> face;

    /// It is made to be asked which paths are its own.
    ///
    /// @param name what it will be called
    public LateFace(String name, Supplier<? extends Face> making) {
        this.name = name;
        this.face = new Late<>(making::get);
        this.claims = path -> face.get().claims(path);
    }

    /// @param name what it will be called
    /// @param claims what it will say of paths
    public LateFace(String name, Predicate<String> claims, Supplier<? extends Face> making) {
        this.name = name;
        this.face = new Late<>(making::get);
        this.claims = claims;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean claims(String path) {
        return claims.test(path);
    }

    @Override
    public RawAnswer answer(RawRequest request) {
        return face.get().answer(request);
    }

    @Override
    public RawAnswer refuse(Fault fault, String requestId) {
        return face.get().refuse(fault, requestId);
    }
}
