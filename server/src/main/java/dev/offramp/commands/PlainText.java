package dev.offramp.commands;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Answers for people: a record as one line per component, a list of records as a table, anything else as it is.
final class PlainText {

    private static final String GAP = "  ";

    private PlainText() {}

    static String of(Object answer) {
        return switch (answer) {
            case Record one -> lines(one);
            case List<?> none when none.isEmpty() -> "none";
            case List<?> many -> table(many);
            default -> text(answer);
        };
    }

    private static String lines(Record one) {
        return aligned(components(one.getClass()).stream()
                .map(component -> List.of(component.getName(), text(value(component, one))))
                .filter(line -> !line.getLast().isEmpty())
                .toList());
    }

    private static String table(List<?> many) {
        List<RecordComponent> components = components(many.getFirst().getClass());
        List<List<String>> rows = new ArrayList<>();
        rows.add(components.stream().map(RecordComponent::getName).toList());
        for (Object one : many) {
            rows.add(components.stream()
                    .map(component -> text(value(component, one)))
                    .toList());
        }
        return aligned(rows);
    }

    private static String aligned(List<List<String>> rows) {
        int columns = rows.getFirst().size();
        int[] widths = new int[columns];
        for (List<String> row : rows) {
            for (int i = 0; i < columns - 1; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        return rows.stream().map(row -> padded(row, widths)).collect(Collectors.joining("\n"));
    }

    private static String padded(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String cell = row.get(i);
            line.append(cell)
                    .repeat(" ", Math.max(0, widths[i] - cell.length()))
                    .append(GAP);
        }
        return line.toString().stripTrailing();
    }

    private static List<RecordComponent> components(Class<?> type) {
        return Arrays.asList(type.getRecordComponents());
    }

    private static Object value(RecordComponent component, Object record) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot read " + component, e);
        }
    }

    private static String text(Object value) {
        return switch (value) {
            case Optional<?> maybe -> maybe.map(PlainText::text).orElse("");
            case BigDecimal number -> number.toPlainString();
            case Collection<?> many -> many.stream().map(PlainText::text).collect(Collectors.joining(", "));
            case Record one ->
                components(one.getClass()).stream()
                        .map(component -> text(value(component, one)))
                        .collect(Collectors.joining(":"));
            default -> value.toString();
        };
    }
}
