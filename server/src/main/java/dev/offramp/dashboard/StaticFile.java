package dev.offramp.dashboard;

import dev.offramp.look.KeptFile;
import java.util.Arrays;
import java.util.List;

/// What the pages of the dashboard are dressed in, beside what all pages are.
public enum StaticFile {
    STYLE("offramp", KeptFile.Kind.STYLE, "/dashboard/offramp.css"),
    SCRIPT("offramp", KeptFile.Kind.SCRIPT, "/dashboard/offramp.js"),
    /// Making passkeys, and signing in with them.
    PASSKEYS("passkeys", KeptFile.Kind.SCRIPT, "/dashboard/passkeys.js"),
    /// Fragments that update themselves.
    HTMX("htmx", KeptFile.Kind.SCRIPT, "/META-INF/resources/webjars/htmx.org/2.0.10/dist/htmx.min.js");

    private final KeptFile kept;

    StaticFile(String base, KeptFile.Kind kind, String resource) {
        this.kept = new KeptFile(base, kind, resource);
    }

    /// To be served beside the pages.
    public static List<KeptFile> all() {
        return Arrays.stream(values()).map(file -> file.kept).toList();
    }

    /// Where pages find it.
    public String path() {
        return kept.path();
    }
}
