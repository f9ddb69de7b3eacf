package dev.offramp.trail;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The end of the trail at some moment, short enough to be noted on paper: `1234-9f86d081884c7d65`.
///
/// @param number of the last entry; 0 of an empty trail
/// @param hash the first 16 hexadecimal digits of the last entry's keyed hash
public record Head(long number, String hash) {

    static final int DIGITS = 16;

    private static final Pattern FORM = Pattern.compile("([0-9]{1,18})-([0-9a-f]{" + DIGITS + "})");

    /// Reads what [#toString] wrote.
    public static Optional<Head> parse(String text) {
        Matcher matcher = FORM.matcher(text.strip());
        return matcher.matches()
                ? Optional.of(new Head(Long.parseLong(matcher.group(1)), matcher.group(2)))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return number + "-" + hash;
    }
}
