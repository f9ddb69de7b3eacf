package dev.offramp.dashboard;

import dev.offramp.dashboard.form.Field;
import dev.offramp.dashboard.form.Look;
import dev.offramp.dashboard.form.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Forms filled in with what their fields take, for pages that are not known beforehand.
final class Plausible {

    /// Whatever a field wants, one of these will do, if it is not one of its choices.
    private static final List<String> ANYTHING = List.of(
            "1000",
            "12",
            "471147",
            "ada@example.com",
            "https://other.example/hook",
            "2026-12-20",
            "2026-11-20T10:00",
            "203.0.113.7",
            "0123456789abcdef01234567");

    private Plausible() {}

    /// Names and values in turns. A field that takes nothing of it is left out.
    static List<String> form(Page page) {
        return form(page.fields());
    }

    /// The same with one field saying something of its own.
    static List<String> form(Page page, Field<?> own, String value) {
        List<String> form = new ArrayList<>(
                form(page.fields().stream().filter(field -> !field.equals(own)).toList()));
        form.addAll(List.of(own.name(), value));
        return form;
    }

    private static List<String> form(List<Field<?>> fields) {
        return fields.stream()
                .flatMap(field -> value(field)
                        .map(value -> Stream.of(field.name(), value))
                        .orElse(Stream.empty()))
                .toList();
    }

    private static Optional<String> value(Field<?> field) {
        Stream<String> choices = field.look().choices().stream().map(Look.Choice::value);
        return Stream.concat(choices, ANYTHING.stream())
                .filter(value -> takes(field, value))
                .findFirst();
    }

    static boolean takes(Field<?> field, String value) {
        return field.reader().apply(List.of(value)) instanceof Reading.Good<?>;
    }
}
