package dev.offramp.bulletins;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// How far those who look into an incident have come.
public enum Stage {
    INVESTIGATING("Investigating"),
    IDENTIFIED("Identified"),
    MONITORING("Monitoring"),
    RESOLVED("Resolved");

    private final String words;

    Stage(String words) {
        this.words = words;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String words() {
        return words;
    }

    /// Reads a [#code]; empty for anything else.
    public static Optional<Stage> parse(String code) {
        return Arrays.stream(values())
                .filter(stage -> stage.code().equals(code))
                .findFirst();
    }
}
