package dev.offramp.people;

/// A secret that is handed out once: to a browser for its session, a step of signing in or its device, or inside a
/// link. 256 random bits; only its keyed hash is kept, with a key of its own for each use. `toString` hides it.
///
/// @param text what came back; anything may
public record Token(String text) {

    @Override
    public String toString() {
        return "Token[***]";
    }
}
