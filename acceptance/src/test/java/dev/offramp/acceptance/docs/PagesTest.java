package dev.offramp.acceptance.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.acceptance.browser.Browser;
import dev.offramp.acceptance.browser.Examination;
import dev.offramp.acceptance.browser.Weight;
import dev.offramp.acceptance.browser.Window;
import dev.offramp.acceptance.program.Program;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The pages in Chromium: small, quick, for everybody, and readable without a script. That they ask nobody else for
/// anything is what every window watches.
class PagesTest {

    private static final long BYTES_MAX = 300_000;
    private static final double FIRST_PAINT_MILLIS_MAX = 1_000;

    /// Pages of operations are all alike; of these some are looked at.
    private static final int OPERATIONS = 4;

    @TempDir
    private static Path data;

    private static Program program;
    private static Browser browser;
    private static Site site;

    @BeforeAll
    static void start() {
        program = Program.on(data).start();
        site = Site.of(program);
        browser = Browser.start();
    }

    @AfterAll
    static void stop() {
        browser.close();
        program.close();
    }

    @Test
    void areSmallAndQuick() {
        List<String> faults = new ArrayList<>();
        long largest = 0;
        double slowest = 0;
        for (String path : site.pages()) {
            try (Window window = browser.window(site.url())) {
                Weight weight = Weight.of(window, path);
                largest = Math.max(largest, weight.bytes());
                slowest = Math.max(slowest, weight.firstPaintMillis());
                if (weight.bytes() > BYTES_MAX || weight.firstPaintMillis() > FIRST_PAINT_MILLIS_MAX) {
                    faults.add(path + ": " + weight);
                }
            }
        }
        System.out.printf("docs: largest page %d bytes, slowest first paint %.0f ms%n", largest, slowest);
        assertThat(faults).isEmpty();
    }

    @Test
    void areForEverybody() {
        List<String> faults = new ArrayList<>();
        int operations = 0;
        try (Window window = browser.window(site.url())) {
            for (String path : site.pages()) {
                boolean isOperation = path.startsWith("/docs/api-reference/");
                if (isOperation && ++operations > OPERATIONS) {
                    continue;
                }
                window.open(path);
                Examination.faults(window).forEach(fault -> faults.add(path + ": " + fault));
            }
            for (String path : List.of("/docs/quickstart", "/docs/search?q=pin")) {
                window.open(path);
                Examination.keyboardFaults(window).forEach(fault -> faults.add(path + ": " + fault));
            }
        }
        assertThat(faults).isEmpty();
    }

    /// Everything that a page says is in its HTML; the script adds buttons and the form to try things.
    @Test
    void areReadWithoutAScript() {
        for (String path : site.pages()) {
            String html = site.get(path);
            assertThat(html).as(path).contains("<h1>").contains("<article>");
            assertThat(html.replaceAll("<[^>]+>", "").length()).as(path).isGreaterThan(500);
        }
    }

    @Test
    void letSomebodyFindReadAndTry() {
        try (Window window = browser.window(site.url())) {
            window.open("/docs/introduction");
            window.fill("Search the docs", "lost answer send again");
            window.key("Enter");
            window.see("For lost answer send again");
            window.open("/docs/api-reference/listAssets");
            window.fill("x-app-id", program.credentials().get("appId").asString());
            window.fill("x-app-secret", program.credentials().get("appSecret").asString());
            window.press("Send");
            window.see("SOL_USDC_JKVK");
        }
    }
}
