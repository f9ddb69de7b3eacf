package dev.offramp.health;

import java.util.Arrays;
import java.util.Locale;

/// How a component was found, from good to bad.
public enum State {
    OPERATIONAL("Operational"),
    /// It works, but not as well as it should, or not all of it.
    DEGRADED("Degraded"),
    DOWN("Down");

    private final String words;

    State(String words) {
        this.words = words;
    }

    /// As it is stored, and shown to programs.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// As people read it.
    public String words() {
        return words;
    }

    /// The worse of the two.
    public State or(State other) {
        return compareTo(other) >= 0 ? this : other;
    }

    static State ofCode(String code) {
        return Arrays.stream(values())
                .filter(state -> state.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("there is no state " + code));
    }
}
