package dev.offramp.docs;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads pages as they were written, and puts in what they name: files of code, and what only the running server knows.
final class Manuscripts {

    private static final String FOLDER = "/site/";

    /// An empty block that names a file.
    private static final Pattern FILE = Pattern.compile("(?m)^```(\\w+) file=([\\w./-]+)\n```$");

    private static final Pattern PART = Pattern.compile("\\{\\{([a-z-]+)}}");

    private final LiveParts parts;

    Manuscripts(LiveParts parts) {
        this.parts = parts;
    }

    DocPage read(String path) {
        String text = text(path + ".md");
        String withFiles = FILE.matcher(text)
                .replaceAll(file -> Matcher.quoteReplacement(
                        "```" + file.group(1) + "\n" + text("files/" + file.group(2)) + "```"));
        return DocPage.of(
                path, PART.matcher(withFiles).replaceAll(part -> Matcher.quoteReplacement(part(path, part.group(1)))));
    }

    private String part(String path, String name) {
        return parts.find(name)
                .orElseThrow(() -> new IllegalStateException(path + " names a part that nobody makes: " + name));
    }

    private static String text(String name) {
        return find(name).orElseThrow(() -> new IllegalStateException("not part of the program: " + FOLDER + name));
    }

    private static Optional<String> find(String name) {
        try (InputStream file = Manuscripts.class.getResourceAsStream(FOLDER + name)) {
            return file == null
                    ? Optional.empty()
                    : Optional.of(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
