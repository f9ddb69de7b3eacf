package dev.offramp.docs;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A page as it is written.
///
/// @param path below `/docs/`, without a slash at either end
/// @param title its first line
/// @param description its first paragraph, without markup
/// @param markdown all of it, live parts and files put in
public record DocPage(String path, String title, String description, String markdown) {

    /// Below it lie all pages.
    public static final String ROOT = "/docs";

    private static final Pattern TITLE = Pattern.compile("\\A# (.+)\n\n");

    /// Code, emphasis and links, to what one reads of them.
    private static final Pattern MARKUP = Pattern.compile("`([^`]*)`|\\*\\*([^*]*)\\*\\*|\\[([^]]*)]\\([^)]*\\)");

    /// @throws IllegalArgumentException when it does not begin with a title and a paragraph
    static DocPage of(String path, String markdown) {
        Matcher title = TITLE.matcher(markdown);
        if (!title.find()) {
            throw new IllegalArgumentException(path + " does not begin with a title and an empty line");
        }
        String rest = markdown.substring(title.end());
        int end = rest.indexOf("\n\n");
        String first = (end < 0 ? rest : rest.substring(0, end)).strip().replace('\n', ' ');
        if (first.isEmpty() || first.startsWith("#") || first.startsWith("|") || first.startsWith("```")) {
            throw new IllegalArgumentException(path + " does not say in a paragraph what one gets from it");
        }
        return new DocPage(path, title.group(1).strip(), plain(first), markdown);
    }

    static String plain(String text) {
        return MARKUP.matcher(text).replaceAll(found -> {
            String inner = found.group(1) != null
                    ? found.group(1)
                    : found.group(2) != null ? found.group(2) : plain(found.group(3));
            return Matcher.quoteReplacement(inner);
        });
    }

    /// What stands below a heading, the heading and those below it included; empty when there is no such anchor.
    public Optional<String> section(String anchor) {
        return Markdown.section(this, anchor);
    }

    /// Where a browser finds it.
    public String address() {
        return ROOT + "/" + path;
    }
}
