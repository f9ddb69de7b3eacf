package dev.offramp.docs;

import java.util.Arrays;
import java.util.stream.Collectors;

/// A table in Markdown.
final class Table {

    private final StringBuilder text = new StringBuilder();

    Table(String... headings) {
        line(headings);
        line(Arrays.stream(headings).map(_ -> "---").toArray(String[]::new));
    }

    Table row(String... cells) {
        line(cells);
        return this;
    }

    private void line(String... cells) {
        text.append(Arrays.stream(cells).map(Table::cell).collect(Collectors.joining(" | ", "| ", " |\n")));
    }

    /// A cell is on one line, and ends at the next bar.
    private static String cell(String text) {
        return text.replace('\n', ' ').replace("|", "\\|").strip();
    }

    static String code(String text) {
        return "`" + text + "`";
    }

    String written() {
        return text.toString();
    }
}
