package dev.offramp.db;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The versions of the schema that this program knows, without asking any database.
public final class Migrations {

    private static final String FOLDER = "/db/migration";
    private static final Pattern FILE = Pattern.compile("(?:.*/)?V(\\d+)__\\w+\\.sql");

    private Migrations() {}

    /// In ascending order.
    public static List<Integer> known() {
        URL folder = Objects.requireNonNull(Migrations.class.getResource(FOLDER), FOLDER);
        try {
            URLConnection connection = folder.openConnection();
            try (Stream<String> files = connection instanceof JarURLConnection jar ? packed(jar) : unpacked(folder)) {
                return files.map(FILE::matcher)
                        .filter(Matcher::matches)
                        .map(file -> Integer.valueOf(file.group(1)))
                        .sorted()
                        .toList();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> packed(JarURLConnection jar) throws IOException {
        String below = FOLDER.substring(1) + "/";
        return jar.getJarFile().stream()
                .map(entry -> entry.getName())
                .filter(name -> name.startsWith(below))
                .toList()
                .stream();
    }

    private static Stream<String> unpacked(URL folder) throws IOException {
        try {
            return Files.list(Path.of(new URI(folder.toString())))
                    .map(file -> file.getFileName().toString());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the migrations are in no folder", e);
        }
    }
}
