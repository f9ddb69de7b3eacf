package dev.offramp.wire;

import java.math.BigDecimal;
import java.util.Optional;

/// A field that holds a number without decimals, `from` and `to` included.
public record WholeField(String name, boolean isRequired, int from, int to) implements Field<Integer> {

    static WholeField named(String name) {
        return new WholeField(name, false, 0, Integer.MAX_VALUE);
    }

    public WholeField required() {
        return new WholeField(name, true, from, to);
    }

    public WholeField from(int least) {
        return new WholeField(name, isRequired, least, to);
    }

    public WholeField to(int most) {
        return new WholeField(name, isRequired, from, most);
    }

    @Override
    public Class<Integer> type() {
        return Integer.class;
    }

    @Override
    public Reading<Integer> read(Sent sent) {
        return switch (sent) {
            case Sent.Number(String literal) -> check(Literal.read(literal));
            case Sent.Untyped(String value) -> check(Literal.read(value));
            case Sent.Nothing _, Sent.Text _, Sent.Flag _, Sent.Composite _ -> notWhole();
        };
    }

    private Reading<Integer> check(Optional<BigDecimal> read) {
        if (read.isEmpty() || read.get().scale() > 0) {
            return notWhole();
        }
        BigDecimal value = read.get();
        if (value.compareTo(BigDecimal.valueOf(from)) < 0) {
            return Reading.bad(name + " must be at least " + from);
        }
        if (value.compareTo(BigDecimal.valueOf(to)) > 0) {
            return Reading.bad(name + " must be at most " + to);
        }
        return new Reading.Good<>(value.intValueExact());
    }

    private Reading<Integer> notWhole() {
        return Reading.bad(name + " must be a whole number");
    }
}
