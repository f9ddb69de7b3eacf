package dev.offramp.dashboard.part;

import java.util.Locale;

/// How something is meant; always beside words that say it too.
public enum Tone {
    /// It went well.
    GOOD,
    /// It went wrong, or is over for good.
    BAD,
    /// It is under way, or wants attention.
    WAITING,
    /// It is as it is.
    QUIET;

    /// How it is announced to who cannot see it.
    public String role() {
        return this == BAD ? "alert" : "status";
    }

    /// The class in the style sheet.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
