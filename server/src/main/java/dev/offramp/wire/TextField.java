package dev.offramp.wire;

import java.util.ArrayList;
import java.util.List;

/// A field that holds text.
///
/// @param min, max how many characters (code points) it may have
/// @param digitsOnly whether it may hold nothing but the digits 0 to 9
public record TextField(String name, boolean isRequired, int min, int max, boolean digitsOnly)
        implements Field<String> {

    private static final int MAX_UNSAID = 255;

    static TextField named(String name) {
        return new TextField(name, false, 1, MAX_UNSAID, false);
    }

    public TextField required() {
        return new TextField(name, true, min, max, digitsOnly);
    }

    public TextField max(int most) {
        return new TextField(name, isRequired, min, most, digitsOnly);
    }

    public TextField digits(int least, int most) {
        return new TextField(name, isRequired, least, most, true);
    }

    @Override
    public Class<String> type() {
        return String.class;
    }

    @Override
    public Reading<String> read(Sent sent) {
        return switch (sent) {
            case Sent.Text(String value) -> check(value);
            case Sent.Untyped(String value) -> check(value);
            case Sent.Nothing _, Sent.Number _, Sent.Flag _, Sent.Composite _ ->
                Reading.bad(name + " must be a string");
        };
    }

    private Reading<String> check(String value) {
        List<String> reasons = new ArrayList<>();
        int length = value.codePointCount(0, value.length());
        if (digitsOnly) {
            if (length < min || length > max || !isDigits(value)) {
                reasons.add(name + " must be " + range() + " digits");
            }
            return Reading.of(value, reasons);
        }
        if (length < min) {
            reasons.add(name + " must be at least " + min + " characters");
        }
        if (length > max) {
            reasons.add(name + " must be at most " + max + " characters");
        }
        if (!isPrintable(value)) {
            reasons.add(name + " must contain printable characters only");
        }
        return Reading.of(value, reasons);
    }

    private String range() {
        return min == max ? String.valueOf(min) : min + " to " + max;
    }

    private static boolean isDigits(String value) {
        return value.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /// No control characters, line separators, halves of surrogate pairs or unassigned code points: what is left can
    /// be stored, shown and compared.
    static boolean isPrintable(String value) {
        return value.codePoints().allMatch(c -> switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED -> false;
            default -> true;
        });
    }
}
