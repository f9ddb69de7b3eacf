package dev.offramp.acceptance.browser;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;

/// Walks through a page with Tab alone: everything that can be worked with must be reached, show that it has the focus,
/// and have a name.
final class Keyboard {

    /// Stops that are none of ours, such as a box that scrolls.
    private static final int MORE_STOPS = 10;

    private Keyboard() {}

    static List<String> faults(Page page) {
        Axe.bringInto(page);
        int controls = (int) Script.run(page, "controls.js");
        List<String> faults = new ArrayList<>();
        // Twice around: a page may begin in the middle, at the field one came for.
        for (int tabs = 0; tabs < 2 * controls + MORE_STOPS; tabs++) {
            page.keyboard().press("Tab");
            Object fault = Script.run(page, "focused.js");
            if (fault == null) {
                break;
            }
            if (!fault.equals("")) {
                faults.add(fault.toString());
            }
        }
        faults.addAll(Script.lines(page, "unreached.js"));
        return faults;
    }
}
