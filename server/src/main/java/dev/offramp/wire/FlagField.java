package dev.offramp.wire;

/// A field that is true or false.
public record FlagField(String name, boolean isRequired) implements Field<Boolean> {

    public FlagField required() {
        return new FlagField(name, true);
    }

    @Override
    public Class<Boolean> type() {
        return Boolean.class;
    }

    @Override
    public Reading<Boolean> read(Sent sent) {
        return switch (sent) {
            case Sent.Flag(boolean value) -> new Reading.Good<>(value);
            case Sent.Untyped(String value) when value.equalsIgnoreCase("true") -> new Reading.Good<>(true);
            case Sent.Untyped(String value) when value.equalsIgnoreCase("false") -> new Reading.Good<>(false);
            case Sent.Untyped _, Sent.Nothing _, Sent.Text _, Sent.Number _, Sent.Composite _ ->
                Reading.bad(name + " must be true or false");
        };
    }
}
