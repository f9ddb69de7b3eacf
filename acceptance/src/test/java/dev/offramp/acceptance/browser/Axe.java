package dev.offramp.acceptance.browser;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// axe-core, as pinned in `npm`: what it calls serious or critical, on the page as it is drawn now.
final class Axe {

    private static final Path SOURCE = Path.of(System.getProperty("basedir", ""))
            .toAbsolutePath()
            .resolve(Path.of("npm", "node_modules", "axe-core", "axe.min.js"));
    private static final String IS_THERE = "typeof axe !== 'undefined'";

    private Axe() {}

    /// @param coloursAlone whether all else was looked at in other colours
    static List<String> violations(Page page, boolean coloursAlone) {
        bringInto(page);
        return Script.lines(Script.run(page, "axe.js", coloursAlone));
    }

    static void bringInto(Page page) {
        if (Boolean.FALSE.equals(page.evaluate(IS_THERE))) {
            page.evaluate(source());
        }
    }

    private static String source() {
        try {
            return Files.readString(SOURCE);
        } catch (IOException e) {
            throw new UncheckedIOException("run `npm ci` in acceptance/npm", e);
        }
    }
}
