package dev.offramp.wire;

import dev.offramp.tenancy.Pin;
import java.util.Optional;

/// A field that holds a transaction PIN, as a string: as a number it would lose its leading zeros.
public record PinField(String name, boolean isRequired) implements Field<Pin> {

    public PinField required() {
        return new PinField(name, true);
    }

    @Override
    public Class<Pin> type() {
        return Pin.class;
    }

    @Override
    public boolean isSecret() {
        return true;
    }

    @Override
    public Reading<Pin> read(Sent sent) {
        return switch (sent) {
            case Sent.Text(String value) -> of(Pin.parse(value));
            case Sent.Untyped(String value) -> of(Pin.parse(value));
            case Sent.Nothing _, Sent.Number _, Sent.Flag _, Sent.Composite _ ->
                Reading.bad(name + " must be a string");
        };
    }

    private Reading<Pin> of(Optional<Pin> pin) {
        return pin.<Reading<Pin>>map(Reading.Good::new).orElseGet(() -> Reading.bad(name + " must be 4 to 6 digits"));
    }
}
