package dev.offramp.acceptance.browser;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/// A function of ours that runs in the page, from a file beside this class.
final class Script {

    private Script() {}

    static Object run(Page page, String name) {
        return run(page, name, null);
    }

    /// With something to look at.
    static Object run(Page page, String name, Object about) {
        return page.evaluate(text(name), about);
    }

    /// One that answers lines.
    static List<String> lines(Page page, String name) {
        return lines(run(page, name));
    }

    static List<String> lines(Object answer) {
        return ((List<?>) answer).stream().map(Object::toString).toList();
    }

    private static String text(String name) {
        try (InputStream file = Script.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(file, name).readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
