package dev.offramp.look;

import java.util.List;

/// What every page has, whichever face it belongs to.
public final class Look {

    /// Colours, type, and what keyboards need to see.
    public static final KeptFile GROUND = new KeptFile("ground", KeptFile.Kind.STYLE, "/look/ground.css");

    public static final KeptFile ICON = new KeptFile("icon", KeptFile.Kind.PICTURE, "/look/icon.svg");

    static final List<KeptFile> FILES = List.of(GROUND, ICON);

    private Look() {}
}
