package dev.offramp.acceptance.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ScreenshotAnimations;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The pictures of all pages in `docs/dashboard`. With `-Dscreenshots.write=true` one is written when its page looks
/// different from what it shows; else it only has to be there.
final class Gallery {

    private static final boolean WRITES = Boolean.getBoolean("screenshots.write");

    private static final String HEIGHT = "document.documentElement.scrollHeight";
    /// What nobody scrolls to in a picture.
    private static final int HEIGHT_MAX = 3000;

    private final Path folder;

    Gallery(Path folder) {
        this.folder = folder;
    }

    /// Of the page as it is drawn now.
    List<String> faults(Page page, String name, Look look) {
        Path file = folder.resolve(name + "-" + look + ".png");
        if (WRITES) {
            show(page, file);
        }
        return Files.exists(file)
                ? List.of()
                : List.of("no picture " + file.getFileName() + ": run with -Dscreenshots.write=true");
    }

    private static void show(Page page, Path file) {
        Script.run(page, "constant.js");
        int height = Math.min(HEIGHT_MAX, ((Number) page.evaluate(HEIGHT)).intValue());
        Picture now = Picture.of(page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setClip(0, 0, page.viewportSize().width, height)
                .setAnimations(ScreenshotAnimations.DISABLED)));
        try {
            if (!Files.exists(file) || !now.looksLike(Picture.of(Files.readAllBytes(file)))) {
                Files.createDirectories(file.getParent());
                Files.write(file, now.png());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
