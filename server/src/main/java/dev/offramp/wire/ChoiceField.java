package dev.offramp.wire;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// A field that holds one of a few codes, without regard to case.
///
/// @param options by their lower-case code, in the order in which they are named
/// @param spellings how the options are written when nothing speaks against it, in the same order
/// @param saying replaces what is said when the field is missing or wrong
public record ChoiceField<T>(
        String name,
        Class<T> type,
        boolean isRequired,
        Map<String, T> options,
        List<String> spellings,
        Optional<String> saying)
        implements Field<T> {

    static <T> ChoiceField<T> of(String name, Class<T> type, Function<T, String> code, List<T> options) {
        Map<String, T> byCode = new LinkedHashMap<>();
        options.forEach(option -> byCode.put(code.apply(option).toLowerCase(Locale.ROOT), option));
        List<String> spellings = options.stream().map(code).toList();
        return new ChoiceField<>(name, type, false, byCode, spellings, Optional.empty());
    }

    public ChoiceField<T> required() {
        return new ChoiceField<>(name, type, true, options, spellings, saying);
    }

    public ChoiceField<T> saying(String text) {
        return new ChoiceField<>(name, type, isRequired, options, spellings, Optional.of(text));
    }

    @Override
    public String missing() {
        return saying.orElseGet(Field.super::missing);
    }

    @Override
    public String canonical(T value) {
        return options.entrySet().stream()
                .filter(option -> option.getValue().equals(value))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    @Override
    public Reading<T> read(Sent sent) {
        return switch (sent) {
            case Sent.Text(String value) -> choose(value);
            case Sent.Untyped(String value) -> choose(value);
            case Sent.Nothing _, Sent.Number _, Sent.Flag _, Sent.Composite _ -> wrong();
        };
    }

    private Reading<T> choose(String value) {
        T option = options.get(value.toLowerCase(Locale.ROOT));
        return option == null ? wrong() : new Reading.Good<>(option);
    }

    private Reading<T> wrong() {
        return Reading.bad(saying.orElseGet(() -> name + " must be one of " + String.join(", ", options.keySet())));
    }
}
