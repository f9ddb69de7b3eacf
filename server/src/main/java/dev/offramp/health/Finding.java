package dev.offramp.health;

/// How a component was found.
///
/// @param words a sentence for everybody
record Finding(Component component, State state, String words) {

    static Finding good(Component component, String words) {
        return new Finding(component, State.OPERATIONAL, words);
    }

    static Finding degraded(Component component, String words) {
        return new Finding(component, State.DEGRADED, words);
    }

    static Finding down(Component component, String words) {
        return new Finding(component, State.DOWN, words);
    }
}
