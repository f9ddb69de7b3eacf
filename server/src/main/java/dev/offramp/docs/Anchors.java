package dev.offramp.docs;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.commonmark.node.Heading;

/// The anchors of one page's headings, as Git hosts make them: in lower case, blanks become dashes, what is no letter,
/// digit, dash or underscore is left out, and what comes again gets a number.
final class Anchors {

    private final Map<String, Integer> seen = new HashMap<>();

    /// To be asked once for each heading, in their order.
    String next(Heading heading) {
        String anchor = Markdown.text(heading)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N} _-]", "")
                .replace(' ', '-');
        int times = seen.merge(anchor, 1, Integer::sum);
        return times == 1 ? anchor : anchor + "-" + (times - 1);
    }
}
