package dev.offramp.lists;

import dev.offramp.db.ObjectId;
import java.util.LinkedHashMap;
import java.util.List;
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
    /// @param rest conditions of the same form of which every other row fulfils exactly one; empty when it is not
    ///     known how to ask for them
    record Match(String sql, Optional<Object> value, List<String> rest) {

        static Match of(String sql, Object value) {
            return new Match(sql, Optional.of(value), List.of());
        }

        /// Of a column that is never NULL.
        static Match column(String column, String place, Optional<Object> value) {
            return new Match(column + " = " + place, value, List.of(column + " < " + place, column + " > " + place));
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

    /// Any text, compared by the hash that the column holds of it.
    public static ListField hashed(String name, String column, Function<String, byte[]> hash) {
        return new ListField(
                name,
                "at most " + TEXT_MAX + " characters",
                text -> text.length() <= TEXT_MAX
                        ? Optional.of(Match.of(column + " = %s", hash.apply(text)))
                        : Optional.empty());
    }

    public static ListField id(String name, String column) {
        return new ListField(
                name, "a valid id", text -> ObjectId.parse(text).map(id -> Match.of(column + " = %s", id.value())));
    }

    public static ListField whole(String name, String column) {
        return new ListField(
                name, "a whole number", text -> wholeNumber(text).map(number -> Match.of(column + " = %s", number)));
    }

    /// Text that stands for another in the column, which is never NULL.
    public static ListField translated(String name, String column, Function<String, Optional<String>> translation) {
        return new ListField(
                name,
                "a known " + name,
                text -> translation.apply(text).map(code -> Match.column(column, "%s", Optional.of(code))));
    }

    /// One of a few codes, without regard to case, each with its own condition.
    public static ListField choice(String name, Map<String, String> conditions) {
        Map<String, Match> matches = new LinkedHashMap<>();
        conditions.forEach((code, sql) -> matches.put(code, new Match(sql, Optional.empty(), List.of())));
        return ofMatches(name, matches);
    }

    /// One of a few codes, stored as they are in a column that is never NULL.
    public static ListField code(String name, String column, String... codes) {
        Map<String, Match> matches = new LinkedHashMap<>();
        for (String code : codes) {
            matches.put(code, Match.column(column, "'" + code + "'", Optional.empty()));
        }
        return ofMatches(name, matches);
    }

    private static ListField ofMatches(String name, Map<String, Match> matches) {
        return new ListField(
                name,
                "one of " + String.join(", ", matches.keySet()),
                text -> Optional.ofNullable(matches.get(text.toLowerCase(Locale.ROOT))));
    }

    /// The same, with what to count instead of a value that most rows have.
    ///
    /// @param conditions of which every row that has not this value fulfils exactly one
    public ListField rest(String value, String... conditions) {
        return new ListField(
                name,
                expects,
                text -> matching.apply(text)
                        .map(match -> text.equalsIgnoreCase(value)
                                ? new Match(match.sql(), match.value(), List.of(conditions))
                                : match));
    }

    public boolean accepts(String value) {
        return matching.apply(value).isPresent();
    }

    private static Optional<Long> wholeNumber(String text) {
        return text.matches("[0-9]{1,18}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
    }
}
