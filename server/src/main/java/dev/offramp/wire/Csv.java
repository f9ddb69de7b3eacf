package dev.offramp.wire;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Items of a list as a table: one column for each component of their record, a nested record's as `meta.fee`, written
/// as in their JSON. Lists and rendered JSON are JSON in their cell.
///
/// The form is that of RFC 4180, in UTF-8. Spreadsheets take a cell that begins with `=`, `+`, `-` or `@` for a
/// formula, and labels are written by customers: such text gets an apostrophe before it.
public final class Csv<J extends Record> {

    private static final String LINE_END = "\r\n";
    /// Blanks before a formula are skipped by some programs.
    private static final String FORMULA_STARTS = "=+-@\t\r\n";

    private final List<Column> columns;

    /// @param path from an item to the cell
    private record Column(String name, List<RecordComponent> path) {

        Optional<Object> value(Object item) {
            Optional<Object> value = Optional.of(item);
            for (RecordComponent step : path) {
                value = value.map(owner -> read(step, owner)).flatMap(Csv::inner);
            }
            return value;
        }
    }

    private Csv(Class<J> type) {
        this.columns = columns("", List.of(), type);
    }

    public static <J extends Record> Csv<J> of(Class<J> type) {
        return new Csv<>(type);
    }

    /// The line with the names.
    public String header() {
        return columns.stream().map(Column::name).collect(Collectors.joining(",", "", LINE_END));
    }

    public String line(J item) {
        return columns.stream()
                .map(column -> column.value(item).map(Csv::cell).orElse(""))
                .collect(Collectors.joining(",", "", LINE_END));
    }

    private static List<Column> columns(String prefix, List<RecordComponent> path, Class<?> type) {
        List<Column> columns = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            List<RecordComponent> longer =
                    Stream.concat(path.stream(), Stream.of(component)).toList();
            if (isNested(component.getType())) {
                columns.addAll(columns(prefix + component.getName() + ".", longer, component.getType()));
            } else {
                columns.add(new Column(prefix + component.getName(), longer));
            }
        }
        return columns;
    }

    private static boolean isNested(Class<?> type) {
        return type.isRecord() && type != RawJson.class && type != OrNull.class;
    }

    private static Optional<Object> inner(Object value) {
        return switch (value) {
            case Optional<?> optional -> optional.map(Object.class::cast);
            case OrNull<?>(Optional<?> optional) -> optional.map(Object.class::cast);
            default -> Optional.of(value);
        };
    }

    private static Object read(RecordComponent component, Object owner) {
        try {
            return component.getAccessor().invoke(owner);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("cannot read " + component.getName(), e);
        }
    }

    private static String cell(Object value) {
        if (value instanceof String text) {
            return quoted(harmless(text));
        }
        String json = Json.text(value);
        return quoted(isQuoted(json) ? json.substring(1, json.length() - 1) : json);
    }

    /// A time, which JSON has in quotes.
    private static boolean isQuoted(String json) {
        return json.startsWith("\"");
    }

    private static String harmless(String text) {
        return !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    private static String quoted(String text) {
        boolean isPlain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
        return isPlain ? text : "\"" + text.replace("\"", "\"\"") + "\"";
    }

    @Override
    public String toString() {
        return Arrays.toString(columns.stream().map(Column::name).toArray());
    }
}
