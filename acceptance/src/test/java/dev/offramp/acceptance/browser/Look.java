package dev.offramp.acceptance.browser;

import com.microsoft.playwright.options.ColorScheme;

/// Where and how somebody looks at a page; from each to the next, one thing changes.
public enum Look {
    DESKTOP_LIGHT("desktop-light", 1280, 800, ColorScheme.LIGHT),
    DESKTOP_DARK("desktop-dark", 1280, 800, ColorScheme.DARK),
    PHONE_DARK("phone-dark", 360, 740, ColorScheme.DARK),
    PHONE_LIGHT("phone-light", 360, 740, ColorScheme.LIGHT);

    private final String word;
    final int width;
    final int height;
    final ColorScheme scheme;

    Look(String word, int width, int height, ColorScheme scheme) {
        this.word = word;
        this.width = width;
        this.height = height;
        this.scheme = scheme;
    }

    /// As in a file's name.
    @Override
    public String toString() {
        return word;
    }
}
