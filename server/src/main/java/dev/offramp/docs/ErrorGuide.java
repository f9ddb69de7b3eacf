package dev.offramp.docs;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// What errors mean and what helps, read off the one table of the page on errors.
public final class ErrorGuide {

    /// The page that has the table.
    static final String PAGE = "errors";

    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| *(\\d{3}) *\\| *`([^`]+)` *\\| *(.+?) *\\| *(.+?) *\\|$");

    private final List<Entry> entries;

    private ErrorGuide(List<Entry> entries) {
        this.entries = entries;
    }

    /// One way to be refused.
    ///
    /// @param message as answers have it, `%s` where they name something
    public record Entry(int status, String message, String cause, String cure) {

        private boolean fits(String said) {
            String pattern = Pattern.quote(message.toLowerCase(Locale.ROOT)).replace("%s", "\\E.+\\Q");
            return Pattern.compile(pattern).matcher(said).find();
        }
    }

    static ErrorGuide of(DocPage page) {
        return new ErrorGuide(ROW.matcher(page.markdown())
                .results()
                .map(row -> new Entry(Integer.parseInt(row.group(1)), row.group(2), row.group(3), row.group(4)))
                .toList());
    }

    public List<Entry> entries() {
        return entries;
    }

    /// The error that a text tells of: its message, or a whole answer or log line that has it. Of several the longest
    /// message, which is the most particular.
    public Optional<Entry> explain(String said) {
        String plain = said.toLowerCase(Locale.ROOT);
        return entries.stream()
                .filter(entry -> entry.fits(plain))
                .max(Comparator.comparingInt(entry -> entry.message().length()));
    }

    /// All errors of a status.
    public List<Entry> ofStatus(int status) {
        return entries.stream().filter(entry -> entry.status() == status).toList();
    }
}
