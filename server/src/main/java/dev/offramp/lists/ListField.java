package dev.offramp.lists;

import dev.offramp.db.ObjectId;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// A field by which a list may be filtered or searched, and the SQL it is matched by.
///
/// @param name as in the answers
/// @param expects what a value must be, to be said when it is not
/// @param matching how a value is matched; empty when it is no value of this field
public record ListField(String name, String expects, Function<String, Optional<Match>> matching) {

    /// A declared condition.
    ///
    /// @param sql with `%s` in the place of the value, if there is one
    record Match(String sql, Optional<Object> value) {

        static Match of(String sql, Object value) {
            return new Match(sql, Optional.of(value));
        }
    }

    private static final int TEXT_MAX = 255;

    /// Any text, compared exactly.
    public static ListField text(String name, String column) {
        return matched(name, column + " = %s");
    }

    /// Any text, bound into `sql` in the place of `%s`.
    public static ListField matched(String name, String sql) {
        return new ListField(
                name,
                "at most " + TEXT_MAX + " characters",
                text -> text.length() <= TEXT_MAX ? Optional.of(Match.of(sql, text)) : Optional.empty());
    }

    public static ListField id(String name, String column) {
        return new ListField(
                name, "a valid id", text -> ObjectId.parse(text).map(id -> Match.of(column + " = %s", id.value())));
    }

    public static ListField whole(String name, String column) {
        return new ListField(
                name, "a whole number", text -> wholeNumber(text).map(number -> Match.of(column + " = %s", number)));
    }

    /// Text that stands for another in the column.
    public static ListField translated(String name, String column, Function<String, Optional<String>> translation) {
        return new ListField(
                name, "a known " + name, text -> translation.apply(text).map(code -> Match.of(column + " = %s", code)));
    }

    /// One of a few codes, without regard to case, each with its own condition.
    public static ListField choice(String name, Map<String, String> conditions) {
        return new ListField(
                name,
                "one of " + String.join(", ", conditions.keySet()),
                text -> Optional.ofNullable(conditions.get(text.toLowerCase(Locale.ROOT)))
                        .map(sql -> new Match(sql, Optional.empty())));
    }

    /// One of a few codes, stored as they are.
    public static ListField code(String name, String column, String... codes) {
        Map<String, String> conditions = new LinkedHashMap<>();
        for (String code : codes) {
            conditions.put(code, column + " = '" + code + "'");
        }
        return choice(name, conditions);
    }

    public boolean accepts(String value) {
        return matching.apply(value).isPresent();
    }

    private static Optional<Long> wholeNumber(String text) {
        return text.matches("[0-9]{1,18}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
    }
}
