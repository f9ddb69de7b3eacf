package dev.offramp.acceptance.dashboard;

import dev.offramp.acceptance.program.Program;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/// All pages and actions of the dashboard, as its own documentation lists them: that page is made from the program's
/// list, so that a new page turns up here by itself.
final class PageTable {

    static final Path FOLDER = Program.repository().resolve("docs/dashboard");

    private PageTable() {}

    /// @param path with variable segments in braces
    /// @param access who may come, in the words of the table
    record Row(String verb, String path, String access) {

        @Override
        public String toString() {
            return verb + " " + path;
        }
    }

    static List<Row> all() {
        try {
            return Files.readString(FOLDER.resolve("access.md"))
                    .lines()
                    .filter(line -> line.startsWith("|"))
                    .map(PageTable::cells)
                    .filter(cells -> cells.stream().anyMatch(cell -> cell.startsWith("/")))
                    .map(PageTable::row)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.split("\\|"))
                .map(cell -> cell.strip().replace("`", ""))
                .filter(cell -> !cell.isEmpty())
                .toList();
    }

    private static Row row(List<String> cells) {
        return new Row(cells.get(0), cells.get(1), cells.get(2));
    }

    static List<Row> pages() {
        return all().stream().filter(row -> row.verb.equals("GET")).toList();
    }

    static List<Row> actions() {
        return all().stream().filter(row -> row.verb.equals("POST")).toList();
    }
}
