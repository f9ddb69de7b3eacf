package dev.offramp.dashboard.form;

import dev.offramp.dashboard.form.Look.Choice;
import dev.offramp.dashboard.form.Look.Kind;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// The kinds of fields; each is optional until told otherwise.
public final class Fields {

    private static final int TEXT_MAX = 255;
    private static final int AREA_MAX = 10_000;
    /// Long enough for every sentence one remembers, short enough to be hashed.
    private static final int PASSWORD_MAX = 1_000;

    private Fields() {}

    /// One line of printable text, without blanks around it.
    public static Field<String> text(String name, String label) {
        return text(name, label, TEXT_MAX);
    }

    /// @param most characters
    public static Field<String> text(String name, String label, int most) {
        return single(name, label, Look.of(Kind.TEXT).lengthMax(most), Reading::good)
                .check(Fields::isPrintable, label + " must be printable characters in one line.")
                .check(text -> length(text) <= most, label + " must have at most " + most + " characters.");
    }

    /// Several lines of text.
    public static Field<String> area(String name, String label) {
        return single(name, label, Look.of(Kind.AREA).lengthMax(AREA_MAX), Reading::good)
                .check(text -> length(text) <= AREA_MAX, label + " must have at most " + AREA_MAX + " characters.")
                .check(
                        text -> text.lines().allMatch(line -> isPrintable(line.replace("\t", " "))),
                        label + " must be printable characters.");
    }

    /// An e-mail address as it was typed; what is none is for others to say.
    public static Field<String> email(String name, String label) {
        return single(name, label, Look.of(Kind.EMAIL).lengthMax(254).inputMode("email"), Reading::good)
                .check(
                        text -> text.length() <= 254 && text.contains("@"),
                        "Enter an e-mail address, such as ann@example.com.");
    }

    /// A password, exactly as it was typed.
    public static Field<String> password(String name, String label) {
        Look look = Look.of(Kind.PASSWORD).lengthMax(PASSWORD_MAX);
        return new Field<String>(name, label, false, true, look, typed -> Reading.good(typed.getFirst()))
                .check(text -> length(text) <= PASSWORD_MAX, label + " is too long.");
    }

    /// The transaction PIN.
    public static Field<String> pin(String name, String label) {
        Look look = Look.of(Kind.PASSWORD).lengthMax(6).inputMode("numeric");
        return new Field<String>(
                        name,
                        label,
                        false,
                        true,
                        look,
                        typed -> Reading.good(typed.getFirst().strip()))
                .check(text -> text.matches("[0-9]{4,6}"), label + " is four to six digits.");
    }

    /// A code from an authenticator app, or a recovery code.
    public static Field<String> code(String name, String label) {
        Look look = Look.of(Kind.TEXT).lengthMax(40).autocomplete("one-time-code");
        return new Field<String>(
                        name,
                        label,
                        false,
                        true,
                        look,
                        typed -> Reading.good(typed.getFirst().strip()))
                .check(text -> length(text) <= 40 && isPrintable(text), "Enter the code as it is shown.");
    }

    /// An exact number above zero.
    ///
    /// @param decimals most digits after the point
    public static Field<BigDecimal> amount(String name, String label, int decimals) {
        return decimal(name, label, decimals).check(amount -> amount.signum() > 0, label + " must be greater than 0.");
    }

    /// An exact number. Commas between thousands may be typed.
    ///
    /// @param decimals most digits after the point
    public static Field<BigDecimal> decimal(String name, String label, int decimals) {
        Look look = Look.of(Kind.TEXT).lengthMax(40).inputMode("decimal");
        return single(
                        name,
                        label,
                        look,
                        text -> Reading.of(number(text), label + " must be a number, such as 1,250.50."))
                .check(
                        number -> number.stripTrailingZeros().scale() <= decimals,
                        decimals == 0
                                ? label + " must be a whole number."
                                : label + " must have at most " + decimals + " decimals.");
    }

    /// A whole number between bounds that are themselves allowed.
    public static Field<Integer> whole(String name, String label, int least, int most) {
        return decimal(name, label, 0)
                .check(
                        number -> number.compareTo(BigDecimal.valueOf(least)) >= 0
                                && number.compareTo(BigDecimal.valueOf(most)) <= 0,
                        label + " must be " + least + " to " + most + ".")
                .then(number -> Reading.good(number.intValueExact()));
    }

    /// A box to tick; one that is not ticked is not sent.
    public static Field<Boolean> flag(String name, String label) {
        return new Field<>(name, label, false, false, Look.of(Kind.FLAG), _ -> Reading.good(true));
    }

    /// One of several.
    ///
    /// @param parse of a choice's value
    public static <T> Field<T> choice(
            String name, String label, List<Choice> choices, Function<String, Optional<T>> parse) {
        return single(
                name,
                label,
                Look.of(Kind.SELECT).choices(choices),
                text -> Reading.of(parse.apply(text), "Choose one of the list."));
    }

    /// Any number of several.
    ///
    /// @param parse of a choice's value
    public static <T> Field<List<T>> choices(
            String name, String label, List<Choice> choices, Function<String, Optional<T>> parse) {
        return new Field<>(name, label, false, false, Look.of(Kind.BOXES).choices(choices), typed -> {
            List<Optional<T>> parsed = typed.stream().map(parse).toList();
            return parsed.stream().allMatch(Optional::isPresent)
                    ? Reading.good(parsed.stream().map(Optional::orElseThrow).toList())
                    : Reading.bad("Choose from the list.");
        });
    }

    private static <T> Field<T> single(String name, String label, Look look, Function<String, Reading<T>> read) {
        return new Field<>(
                name,
                label,
                false,
                false,
                look,
                typed -> read.apply(typed.getFirst().strip()));
    }

    private static Optional<BigDecimal> number(String text) {
        String plain = text.replace(",", "").replace(" ", "");
        return plain.matches("-?[0-9]{1,30}(\\.[0-9]{1,30})?") ? Optional.of(new BigDecimal(plain)) : Optional.empty();
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /// No control characters, line separators, halves of surrogate pairs or unassigned code points.
    private static boolean isPrintable(String text) {
        return text.codePoints().allMatch(c -> switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED -> false;
            default -> true;
        });
    }
}
