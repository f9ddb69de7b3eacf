package dev.offramp.acceptance.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What is asked of every page: that people who see, hear or type can use it, light and dark, at a desk and on a phone,
/// and that there is a picture of it.
public final class Examination {

    private static final String SIDEWAYS =
            "document.documentElement.scrollWidth - document.documentElement.clientWidth";

    private final Gallery gallery;

    /// @param pictures the folder of the pictures
    public Examination(Path pictures) {
        this.gallery = new Gallery(pictures);
    }

    /// @param name of the page, as its pictures are called
    /// @return its faults, a line each
    public List<String> faults(Window window, String name) {
        Page page = window.page();
        List<String> faults = new ArrayList<>();
        for (Look look : Look.values()) {
            window.look(look);
            List<String> seen = new ArrayList<>(Axe.violations(page, look.scheme == ColorScheme.DARK));
            seen.addAll(sideways(page));
            seen.addAll(gallery.faults(page, name, look));
            seen.forEach(fault -> faults.add(look + ": " + fault));
        }
        window.look(Look.DESKTOP_LIGHT);
        faults.addAll(Keyboard.faults(page));
        return faults.stream().map(fault -> name + ": " + fault).toList();
    }

    /// The same of a page of which there are many alike and no pictures: by one look at a desk and one on a phone.
    public static List<String> faults(Window window) {
        List<String> faults = new ArrayList<>();
        for (Look look : List.of(Look.DESKTOP_LIGHT, Look.PHONE_DARK)) {
            window.look(look);
            List<String> seen = new ArrayList<>(Axe.violations(window.page(), look == Look.PHONE_DARK));
            seen.addAll(sideways(window.page()));
            seen.forEach(fault -> faults.add(look + ": " + fault));
        }
        window.look(Look.DESKTOP_LIGHT);
        return faults;
    }

    /// What keyboards cannot do on a page.
    public static List<String> keyboardFaults(Window window) {
        return Keyboard.faults(window.page());
    }

    private static List<String> sideways(Page page) {
        int more = ((Number) page.evaluate(SIDEWAYS)).intValue();
        return more > 0 ? List.of("scrolls sideways by " + more + " pixels") : List.of();
    }
}
