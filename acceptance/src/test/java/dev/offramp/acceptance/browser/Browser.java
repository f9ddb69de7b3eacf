package dev.offramp.acceptance.browser;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Playwright;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// One Chromium, for the tests of one class. Not for several threads.
public final class Browser implements AutoCloseable {

    private static final int PATIENCE_MS = 15_000;
    private static final int SECONDS_TO_STOP = 10;

    private final Playwright driver;
    private final com.microsoft.playwright.Browser chromium;
    private final List<ProcessHandle> processes;

    private Browser(Playwright driver, com.microsoft.playwright.Browser chromium, List<ProcessHandle> processes) {
        this.driver = driver;
        this.chromium = chromium;
        this.processes = processes;
    }

    public static Browser start() {
        List<ProcessHandle> before = ProcessHandle.current().descendants().toList();
        Playwright driver = Chromium.driver();
        try {
            com.microsoft.playwright.Browser chromium = Chromium.launch(driver);
            List<ProcessHandle> processes = ProcessHandle.current()
                    .descendants()
                    .filter(process -> !before.contains(process))
                    .toList();
            return new Browser(driver, chromium, processes);
        } catch (RuntimeException e) {
            driver.close();
            throw e;
        }
    }

    /// Somebody who has never been here: no cookies, nothing remembered.
    ///
    /// @param site what the paths of pages are added to
    public Window window(URI site, Look look) {
        BrowserContext context = chromium.newContext(new NewContextOptions()
                .setViewportSize(look.width, look.height)
                .setColorScheme(look.scheme)
                .setAcceptDownloads(true)
                .setLocale("en-GB")
                .setTimezoneId("UTC"));
        context.setDefaultTimeout(PATIENCE_MS);
        return new Window(context.newPage(), site);
    }

    public Window window(URI site) {
        return window(site, Look.DESKTOP_LIGHT);
    }

    /// Those that [#close] ends.
    List<ProcessHandle> processes() {
        return processes;
    }

    @Override
    public void close() {
        try {
            driver.close();
        } finally {
            processes.forEach(Browser::end);
        }
    }

    private static void end(ProcessHandle process) {
        CompletableFuture<ProcessHandle> ended = process.onExit().orTimeout(SECONDS_TO_STOP, TimeUnit.SECONDS);
        if (ended.handle((result, late) -> late != null).join()) {
            process.destroyForcibly();
        }
    }
}
