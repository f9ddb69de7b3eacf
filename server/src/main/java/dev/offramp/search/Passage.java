package dev.offramp.search;

/// What stands below one heading of a page.
///
/// @param page the path of its page
/// @param title of its page
/// @param anchor of its heading on the page; empty for what stands before the first
/// @param heading the headings that lead to it, the outermost first, parted by ` > `; empty before the first
/// @param text without markup
/// @param code that stands there too; it says less of what the passage is about
public record Passage(String page, String title, String anchor, String heading, String text, String code) {

    private static final char LEADS_TO = '>';

    /// Without code.
    public Passage(String page, String title, String anchor, String heading, String text) {
        this(page, title, anchor, heading, text, "");
    }

    /// Where a browser finds it.
    public String path() {
        return anchor.isEmpty() ? page : page + "#" + anchor;
    }

    /// What one reads of it: the text, then the code.
    public String whole() {
        return (text + "\n" + code).strip();
    }

    /// The innermost of its headings.
    String ownHeading() {
        return heading.substring(heading.lastIndexOf(LEADS_TO) + 1).strip();
    }
}
