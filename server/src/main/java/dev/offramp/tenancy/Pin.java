package dev.offramp.tenancy;

import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/// A transaction PIN: 4 to 6 digits. `toString` hides them.
public record Pin(String digits) {

    private static final Pattern FORM = Pattern.compile("[0-9]{4,6}");

    public Pin {
        if (!FORM.matcher(digits).matches()) {
            throw new IllegalArgumentException("a PIN has 4 to 6 digits");
        }
    }

    /// Reads a PIN; empty for anything but 4 to 6 digits.
    public static Optional<Pin> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new Pin(text)) : Optional.empty();
    }

    /// Any four digits.
    static Pin random(RandomGenerator random) {
        String digits = String.valueOf(10_000 + random.nextInt(10_000));
        return new Pin(digits.substring(1));
    }

    @Override
    public String toString() {
        return "Pin[***]";
    }
}
