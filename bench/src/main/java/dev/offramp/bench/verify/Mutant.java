package dev.offramp.bench.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A mistake somebody could make, as changes to our own sources.
///
/// @param name what the mistake is
/// @param seeds known to catch it, quickest first
/// @param edits in this order
/// @param migration runs after all of ours; may be empty
record Mutant(String name, List<Long> seeds, List<Edit> edits, String migration) {

    private static final String MIGRATION = "server/src/main/resources/db/migration/V999__mutant.sql";

    Mutant(String name, List<Long> seeds, List<Edit> edits) {
        this(name, seeds, edits, "");
    }

    /// @param text must occur exactly once in its file, so that a mutant cannot silently stop being one
    record Edit(String file, String text, String instead) {}

    /// The files that change or come new, by path from the folder of the repository, with their text.
    Map<String, String> changed(Path sources) throws IOException {
        Map<String, String> changed = new HashMap<>();
        for (Edit edit : edits) {
            String text = changed.containsKey(edit.file)
                    ? changed.get(edit.file)
                    : Files.readString(sources.resolve(edit.file));
            int at = text.indexOf(edit.text);
            if (at < 0 || text.indexOf(edit.text, at + 1) >= 0) {
                throw new IllegalStateException("mutant \"" + name + "\" no longer fits " + edit.file
                        + ", where this must be exactly once: " + edit.text);
            }
            changed.put(edit.file, text.substring(0, at) + edit.instead + text.substring(at + edit.text.length()));
        }
        if (!migration.isEmpty()) {
            changed.put(MIGRATION, migration);
        }
        return changed;
    }
}
