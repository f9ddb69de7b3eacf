package dev.offramp.dashboard;

import dev.offramp.tenancy.Environment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The table of the documents, read as a reader would: who may come where, in words that no code at the door knows of.
/// That it lists every page is for [AccessTableTest] to say.
final class AccessTable {

    /// Columns that are no role.
    static final String ANYBODY = "anybody";

    static final String SIGNED_IN = "signed in";
    static final String OPERATOR = "operator";
    static final String MADE_PASSWORD = "made password";

    private static final Path PAGE = Path.of("../docs/dashboard/access.md");

    private AccessTable() {}

    /// One page or action.
    ///
    /// @param cells by the heading of their column
    record Row(Route route, Map<String, String> cells) {

        boolean isOfBusiness() {
            return route.path().startsWith("/b/");
        }

        boolean isOfOperators() {
            return route.path().startsWith("/operator");
        }

        boolean isFresh() {
            return cells.get("fresh").equals("fresh");
        }

        /// @param environment of the page; any for those that have none
        boolean lets(String column, Environment environment) {
            String cell = cells.get(column);
            return cell.equals("yes") || cell.equals("development") && environment == Environment.DEVELOPMENT;
        }

        @Override
        public String toString() {
            return route.toString();
        }
    }

    static List<Row> rows() {
        List<List<String>> lines = lines();
        List<String> headings = lines.getFirst();
        return lines.stream().skip(2).map(cells -> row(headings, cells)).toList();
    }

    private static Row row(List<String> headings, List<String> cells) {
        Map<String, String> byHeading = new HashMap<>();
        for (int i = 0; i < headings.size(); i++) {
            byHeading.put(headings.get(i), cells.get(i));
        }
        return new Row(new Route(Route.Verb.valueOf(cells.getFirst()), byHeading.get("path")), byHeading);
    }

    private static List<List<String>> lines() {
        try {
            return Files.readAllLines(PAGE).stream()
                    .filter(line -> line.startsWith("|"))
                    .map(line -> line.substring(1).split("\\|", -1))
                    .map(cells -> Arrays.stream(cells)
                            .map(cell -> cell.strip().replace("`", ""))
                            .toList())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
