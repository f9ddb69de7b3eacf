package dev.offramp.acceptance.dashboard;

import dev.offramp.acceptance.browser.Visitor;
import dev.offramp.acceptance.dashboard.PageTable.Row;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Walks along the links of all pages from the first one on, to find a real address of each page. A page that no link
/// leads to is found by nobody.
final class Links {

    private static final Pattern LINK = Pattern.compile("href=\"(/[^\"]*)\"");

    private final Visitor visitor;
    private final Map<Row, String> found = new HashMap<>();
    private final Deque<String> ahead = new ArrayDeque<>();

    private Links(Visitor visitor) {
        this.visitor = visitor;
    }

    /// An address of each page that this visitor can come to.
    ///
    /// @param from where to begin: the first page, and those one is sent to
    static Map<Row, String> walk(Visitor visitor, List<String> from) {
        Links links = new Links(visitor);
        from.forEach(links::note);
        while (!links.ahead.isEmpty()) {
            links.follow(links.ahead.pop());
        }
        return links.found;
    }

    private void follow(String address) {
        Visitor.Reply page = visitor.get(address);
        if (page.status() == 303) {
            note(page.location());
        }
        LINK.matcher(page.body())
                .results()
                .map((MatchResult link) -> link.group(1).replace("&amp;", "&"))
                .forEach(this::note);
    }

    private void note(String address) {
        PageTable.fitting(address.split("[?#]")[0])
                .filter(row -> row.isPage() && !found.containsKey(row))
                .ifPresent(row -> {
                    found.put(row, address);
                    ahead.add(address);
                });
    }
}
