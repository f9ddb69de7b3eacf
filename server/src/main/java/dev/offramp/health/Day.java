package dev.offramp.health;

import java.time.LocalDate;

/// How a component stood on a day, in seconds.
///
/// @param day by UTC
public record Day(LocalDate day, int operational, int degraded, int down) {

    static Day unmeasured(LocalDate day) {
        return new Day(day, 0, 0, 0);
    }

    /// Whether anybody measured at all.
    public boolean isMeasured() {
        return measured() > 0;
    }

    public int measured() {
        return operational + degraded + down;
    }
}
