package dev.offramp.status;

import dev.offramp.health.Day;
import dev.offramp.health.State;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The days of a component as they are drawn: one path for each tone, however many days there are, and the days that
/// were not all good in words.
///
/// @param width of the drawing
/// @param paths in the language of SVG
/// @param worse days on which something was wrong, the latest first
/// @param availability such as `99.98 %`; empty where nothing was measured
record Bars(int width, Map<Tone, String> paths, List<String> worse, Optional<String> availability) {

    static final int HEIGHT = 28;

    private static final int STEP = 5;
    private static final int BAR = 4;
    private static final int HUNDREDTHS = 10_000;

    /// How a day looks.
    enum Tone {
        OPERATIONAL,
        DEGRADED,
        DOWN,
        UNMEASURED;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Bars of(List<Day> days) {
        Map<Tone, String> paths = new EnumMap<>(Tone.class);
        List<String> worse = new ArrayList<>();
        for (int i = 0; i < days.size(); i++) {
            Day day = days.get(i);
            paths.merge(tone(day), bar(i), String::concat);
            if (day.isMeasured() && worst(day) != State.OPERATIONAL) {
                worse.addFirst(words(day));
            }
        }
        return new Bars(days.size() * STEP, paths, worse, availability(days));
    }

    private static String bar(int place) {
        return "M%d 0h%dv%dh-%dz".formatted(place * STEP, BAR, HEIGHT, BAR);
    }

    private static Tone tone(Day day) {
        return day.isMeasured() ? Tone.valueOf(worst(day).name()) : Tone.UNMEASURED;
    }

    private static State worst(Day day) {
        if (day.down() > 0) {
            return State.DOWN;
        }
        return day.degraded() > 0 ? State.DEGRADED : State.OPERATIONAL;
    }

    private static String words(Day day) {
        List<String> parts = new ArrayList<>();
        if (day.down() > 0) {
            parts.add("down for " + Times.words(day.down()));
        }
        if (day.degraded() > 0) {
            parts.add("degraded for " + Times.words(day.degraded()));
        }
        return Times.of(day.day()) + ": " + String.join(", ", parts);
    }

    /// Rounded down: a hundred is a hundred.
    private static Optional<String> availability(List<Day> days) {
        long measured = days.stream().mapToLong(Day::measured).sum();
        long down = days.stream().mapToLong(Day::down).sum();
        if (measured == 0) {
            return Optional.empty();
        }
        long part = (measured - down) * HUNDREDTHS / measured;
        return Optional.of("%d.%02d %%".formatted(part / 100, part % 100));
    }
}
