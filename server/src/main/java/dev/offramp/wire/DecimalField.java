package dev.offramp.wire;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A field that holds an exact number.
///
/// @param isPositive whether it must be above zero
/// @param from, to bounds that are themselves allowed
/// @param decimals how many digits after the point it may have
public record DecimalField(
        String name,
        boolean isRequired,
        boolean isPositive,
        Optional<BigDecimal> from,
        Optional<BigDecimal> to,
        int decimals)
        implements Field<BigDecimal> {

    /// As many as the finest coin has.
    private static final int DECIMALS_UNSAID = 18;

    private static final BigDecimal TO_UNSAID = new BigDecimal("1e15");

    static DecimalField named(String name) {
        return new DecimalField(name, false, false, Optional.empty(), Optional.of(TO_UNSAID), DECIMALS_UNSAID);
    }

    public DecimalField required() {
        return new DecimalField(name, true, isPositive, from, to, decimals);
    }

    public DecimalField positive() {
        return new DecimalField(name, isRequired, true, from, to, decimals);
    }

    public DecimalField from(String least) {
        return new DecimalField(name, isRequired, isPositive, Optional.of(new BigDecimal(least)), to, decimals);
    }

    public DecimalField to(String most) {
        return new DecimalField(name, isRequired, isPositive, from, Optional.of(new BigDecimal(most)), decimals);
    }

    public DecimalField decimals(int most) {
        return new DecimalField(name, isRequired, isPositive, from, to, most);
    }

    @Override
    public Class<BigDecimal> type() {
        return BigDecimal.class;
    }

    @Override
    public String canonical(BigDecimal value) {
        return Decimals.plain(value);
    }

    @Override
    public Reading<BigDecimal> read(Sent sent) {
        return switch (sent) {
            case Sent.Number(String literal) -> check(Literal.read(literal), " is out of range");
            case Sent.Untyped(String value) -> check(Literal.read(value), " must be a number");
            case Sent.Nothing _, Sent.Text _, Sent.Flag _, Sent.Composite _ -> Reading.bad(name + " must be a number");
        };
    }

    private Reading<BigDecimal> check(Optional<BigDecimal> read, String otherwise) {
        if (read.isEmpty()) {
            return Reading.bad(name + otherwise);
        }
        BigDecimal value = read.get();
        List<String> reasons = new ArrayList<>();
        if (isPositive && value.signum() <= 0) {
            reasons.add(name + " must be greater than 0");
        }
        from.filter(least -> value.compareTo(least) < 0)
                .ifPresent(least -> reasons.add(name + " must be at least " + Decimals.plain(least)));
        to.filter(most -> value.compareTo(most) > 0)
                .ifPresent(most -> reasons.add(name + " must be at most " + Decimals.plain(most)));
        if (value.scale() > decimals) {
            reasons.add(name + " must have at most " + decimals + " decimals");
        }
        return Reading.of(value, reasons);
    }
}
