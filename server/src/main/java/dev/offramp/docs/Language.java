package dev.offramp.docs;

import java.util.Map;
import org.commonmark.node.FencedCodeBlock;

/// What a block of code is written in.
final class Language {

    private static final Map<String, String> TITLES = Map.ofEntries(
            Map.entry("sh", "Shell"),
            Map.entry("js", "JavaScript"),
            Map.entry("ts", "TypeScript"),
            Map.entry("python", "Python"),
            Map.entry("java", "Java"),
            Map.entry("php", "PHP"),
            Map.entry("go", "Go"),
            Map.entry("ruby", "Ruby"),
            Map.entry("json", "JSON"),
            Map.entry("sql", "SQL"),
            Map.entry("http", "HTTP"),
            Map.entry("ini", "Settings"),
            Map.entry("nginx", "nginx"),
            Map.entry("yaml", "YAML"),
            Map.entry("text", "Text"));

    private Language() {}

    /// The first word of what is said of it.
    static String of(FencedCodeBlock block) {
        return block.getInfo() == null ? "" : block.getInfo().strip().split("\\s+", 2)[0];
    }

    /// For people.
    static String title(FencedCodeBlock block) {
        return TITLES.getOrDefault(of(block), of(block));
    }
}
