package dev.offramp.acceptance.dashboard;

import dev.offramp.acceptance.program.Program;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// All pages and actions of the dashboard, as its own documentation lists them: that page is made from the program's
/// list, so that a new page turns up here by itself.
final class PageTable {

    static final Path FOLDER = Program.repository().resolve("docs/dashboard");

    private PageTable() {}

    /// @param path with variable segments in braces
    /// @param wants who may come, in the words of the table
    /// @param answers `page`, or what else a GET answers; not said of a POST
    record Row(String verb, String path, String wants, String answers) {

        /// Whether one need not be signed in.
        boolean isOpen() {
            return wants.equals("nothing");
        }

        boolean isPage() {
            return verb.equals("GET") && answers.equals("page");
        }

        int variables() {
            return path.split("\\{", -1).length - 1;
        }

        boolean fits(String actual) {
            return actual.matches(path.replaceAll("\\{\\w+}", "[^/]+"));
        }

        /// As its pictures are called.
        String name() {
            String words = path.replace("/b/{business}/{environment}", "")
                    .replaceAll("[{}]", "")
                    .replace('/', ' ')
                    .strip()
                    .replace(' ', '-');
            return words.isEmpty() ? (path.equals("/") ? "front" : "overview") : words;
        }

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
        return new Row(cells.get(0), cells.get(1), cells.get(2), cells.getLast());
    }

    static List<Row> pages() {
        return all().stream().filter(Row::isPage).toList();
    }

    /// The page at an address; `new` is not an id.
    static Optional<Row> fitting(String path) {
        return all().stream()
                .filter(row -> row.verb.equals("GET") && row.fits(path))
                .min(Comparator.comparingInt(Row::variables));
    }

    static List<Row> actions() {
        return all().stream().filter(row -> row.verb.equals("POST")).toList();
    }
}
