package dev.offramp.acceptance.browser;

import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Playwright.CreateOptions;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The machine's own Chromium and Node.js, and how they are started. `OFFRAMP_CHROMIUM` names another browser.
///
/// The driver is a Node.js process that we own: it ends Chromium when we end it, and by itself when our pipe to it
/// breaks, so that nothing is left behind by tests that are killed.
final class Chromium {

    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");
    /// No host but this machine has an address, so that a page that asks others gets nothing.
    private static final String NOBODY_ELSE = "MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1";

    private static final List<String> ARGUMENTS = List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--host-resolver-rules=" + NOBODY_ELSE);

    private Chromium() {}

    static Playwright driver() {
        return Playwright.create(new CreateOptions()
                .setEnv(Map.of(
                        "PLAYWRIGHT_NODEJS_PATH",
                        onPath(List.of("node"))
                                .orElseThrow(() -> new IllegalStateException("Node.js is missing"))
                                .toString(),
                        "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD",
                        "1")));
    }

    static com.microsoft.playwright.Browser launch(Playwright driver) {
        return driver.chromium()
                .launch(new LaunchOptions().setExecutablePath(program()).setArgs(ARGUMENTS));
    }

    private static Path program() {
        return Optional.ofNullable(System.getenv("OFFRAMP_CHROMIUM"))
                .map(Path::of)
                .or(() -> onPath(NAMES))
                .orElseThrow(() -> new IllegalStateException(
                        "Chromium is missing: install it (Debian: apt-get install chromium)"));
    }

    private static Optional<Path> onPath(List<String> names) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return names.stream()
                .flatMap(name -> Stream.of(path.split(File.pathSeparator)).map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
