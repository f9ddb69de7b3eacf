package dev.offramp.dashboard.form;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/// One field of a form. Immutable; made by [Fields] and declared once per page.
///
/// @param name in the form that is sent
/// @param label what people read, beginning with a capital
/// @param isSecret whether what was typed is never shown again: passwords, PINs, codes
/// @param reader gets all values of that name, at least one, none of them blank
/// @param <T> what a good value becomes
public record Field<T>(
        String name,
        String label,
        boolean isRequired,
        boolean isSecret,
        Look look,
        Function<List<String>, Reading<T>> reader) {

    public Field<T> required() {
        return new Field<>(name, label, true, isSecret, look, reader);
    }

    /// What was typed is never shown again.
    public Field<T> secret() {
        return new Field<>(name, label, isRequired, true, look, reader);
    }

    /// Wants something more of a value.
    ///
    /// @param message a sentence that says what is wanted
    public Field<T> check(Predicate<T> isGood, String message) {
        return then(value -> isGood.test(value) ? Reading.good(value) : Reading.bad(message));
    }

    /// Makes something else of a value.
    public <U> Field<U> then(Function<T, Reading<U>> next) {
        return new Field<>(
                name,
                label,
                isRequired,
                isSecret,
                look,
                typed -> reader.apply(typed).then(next));
    }

    /// What browsers may fill in, in HTML's own words.
    public Field<T> autocomplete(String words) {
        return new Field<>(name, label, isRequired, isSecret, look.autocomplete(words), reader);
    }

    /// The id of its input, and what the ids of its hint and its error begin with.
    public String id() {
        return "field-" + name;
    }

    @Override
    public String toString() {
        return "Field[" + name + "]";
    }
}
