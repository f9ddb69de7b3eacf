package dev.offramp.wire;

import java.util.List;
import java.util.function.Function;

/// The kinds of fields; each is optional until told otherwise.
public final class Fields {

    private Fields() {}

    /// Printable text of 1 to 255 characters, kept exactly as sent.
    public static TextField text(String name) {
        return TextField.named(name);
    }

    /// An exact number.
    public static DecimalField decimal(String name) {
        return DecimalField.named(name);
    }

    /// A number without decimals.
    public static WholeField whole(String name) {
        return WholeField.named(name);
    }

    /// A transaction PIN.
    public static PinField pin(String name) {
        return new PinField(name, false);
    }

    public static FlagField flag(String name) {
        return new FlagField(name, false);
    }

    /// One of `options`, known by their code, without regard to case.
    public static <T> ChoiceField<T> choice(String name, Class<T> type, Function<T, String> code, List<T> options) {
        return ChoiceField.of(name, type, code, options);
    }
}
