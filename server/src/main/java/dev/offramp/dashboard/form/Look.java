package dev.offramp.dashboard.form;

import java.util.List;

/// How a field is shown.
///
/// @param autocomplete what browsers may fill in (HTML's own words); `off` for nothing
/// @param inputMode which keyboard phones show
/// @param lengthMax most characters, 0 for any number
/// @param choices what can be chosen, for the kinds that choose
public record Look(Kind kind, String autocomplete, String inputMode, int lengthMax, List<Choice> choices) {

    /// The kinds of input.
    public enum Kind {
        TEXT,
        EMAIL,
        PASSWORD,
        AREA,
        /// One box to tick.
        FLAG,
        /// One of several.
        SELECT,
        /// Any number of several.
        BOXES
    }

    /// @param value what is sent
    /// @param label what is read
    public record Choice(String value, String label) {}

    static Look of(Kind kind) {
        return new Look(kind, "off", "text", 0, List.of());
    }

    Look autocomplete(String words) {
        return new Look(kind, words, inputMode, lengthMax, choices);
    }

    Look inputMode(String words) {
        return new Look(kind, autocomplete, words, lengthMax, choices);
    }

    Look lengthMax(int most) {
        return new Look(kind, autocomplete, inputMode, most, choices);
    }

    Look choices(List<Choice> all) {
        return new Look(kind, autocomplete, inputMode, lengthMax, List.copyOf(all));
    }

    /// The `type` of an `input`.
    public String type() {
        return switch (kind) {
            case EMAIL -> "email";
            case PASSWORD -> "password";
            case TEXT, AREA, FLAG, SELECT, BOXES -> "text";
        };
    }
}
