package dev.offramp.assets;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// A resource of aligned text: one row a line, cells parted by `|`, `#` starts a comment.
///
/// Read strictly: a row with another number of cells, an empty cell or one that is not what it should be is a bug in
/// the program and fails the start, naming file and line.
final class Table {

    private static final String CELLS = "\\|";

    /// The cells of one line.
    record Row(String[] cells) {

        String text(int column) {
            return cells[column];
        }

        int number(int column) {
            return Integer.parseInt(cells[column]);
        }
    }

    private Table() {}

    /// Reads every row of the resource as `read` says.
    static <T> List<T> read(String resource, int columns, Function<Row, T> read) {
        List<T> rows = new ArrayList<>();
        List<String> lines = lines(resource);
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (!line.isBlank() && !line.startsWith("#")) {
                rows.add(row(resource + " line " + (i + 1), line, columns, read));
            }
        }
        return List.copyOf(rows);
    }

    private static <T> T row(String where, String line, int columns, Function<Row, T> read) {
        String[] cells = line.split(CELLS, -1);
        if (cells.length != columns) {
            throw new IllegalStateException(where + " has " + cells.length + " cells, not " + columns);
        }
        for (int i = 0; i < columns; i++) {
            cells[i] = cells[i].strip();
            if (cells[i].isEmpty()) {
                throw new IllegalStateException(where + ": cell " + (i + 1) + " is empty");
            }
        }
        try {
            return read.apply(new Row(cells));
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(where + ": " + e.getMessage(), e);
        }
    }

    private static List<String> lines(String resource) {
        try (InputStream in = Table.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is not part of the program");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
