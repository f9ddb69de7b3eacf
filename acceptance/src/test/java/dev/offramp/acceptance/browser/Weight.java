package dev.offramp.acceptance.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// How much a page is to a browser that has nothing of it yet, and how soon something of it is seen.
///
/// @param bytes of all that was loaded, unpacked
/// @param firstPaintMillis from the request on; below zero when nothing was painted
public record Weight(long bytes, double firstPaintMillis) {

    private static final String FIRST_PAINT =
            "performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? -1";

    private static final int LOOKS = 100;
    private static final int BETWEEN_MILLIS = 20;

    /// Opens a path in a window that has not been anywhere.
    public static Weight of(Window window, String path) {
        Page page = window.page();
        List<Response> responses = new CopyOnWriteArrayList<>();
        page.onResponse(responses::add);
        window.open(path);
        double painted = firstPaint(page);
        long bytes =
                responses.stream().mapToLong(response -> response.body().length).sum();
        return new Weight(bytes, painted);
    }

    /// It is noted a moment after it was.
    private static double firstPaint(Page page) {
        double painted = -1;
        for (int look = 0; look < LOOKS && painted < 0; look++) {
            painted = ((Number) page.evaluate(FIRST_PAINT)).doubleValue();
            page.waitForTimeout(painted < 0 ? BETWEEN_MILLIS : 0);
        }
        return painted;
    }
}
