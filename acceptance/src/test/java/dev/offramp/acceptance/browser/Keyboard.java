package dev.offramp.acceptance.browser;

import com.microsoft.playwright.Page;
import java.util.List;

/// Walks through a page with Tab alone: everything that can be worked with must be reached, show that it has the focus,
/// and have a name.
final class Keyboard {

    /// Stops that are none of ours, such as a box that scrolls.
    private static final int MORE_STOPS = 10;

    private static final String ALL_REACHED = "window.controls.reached.size === window.controls.elements.length";

    private Keyboard() {}

    static List<String> faults(Page page) {
        Axe.bringInto(page);
        int controls = (int) Script.run(page, "controls.js");
        press(page, controls);
        // A second time around: a page may begin in the middle, at the field one came for.
        if (!isReached(page)) {
            press(page, controls + MORE_STOPS);
        }
        return Script.lines(page, "unreached.js");
    }

    private static void press(Page page, int times) {
        for (int tabs = 0; tabs < times; tabs++) {
            page.keyboard().press("Tab");
        }
    }

    private static boolean isReached(Page page) {
        return Boolean.TRUE.equals(page.evaluate(ALL_REACHED));
    }
}
