package dev.offramp.docs;

import dev.offramp.search.Passage;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;

/// Cuts a page into the passages that are searched: what stands below a heading, and each row of its tables by itself,
/// since a row says one thing and a long table would hide it.
final class Cutter {

    private static final String LEADS_TO = " > ";

    /// Of operations: every one has nearly the same, and the page on errors has them with what helps.
    private static final String REPEATED = "errors";

    private final DocPage page;
    private final Anchors anchors = new Anchors();
    private final List<Passage> passages = new ArrayList<>();
    private final List<String> headings = new ArrayList<>();
    private final StringBuilder body = new StringBuilder();
    private final StringBuilder code = new StringBuilder();
    private String anchor = "";

    private Cutter(DocPage page) {
        this.page = page;
    }

    static List<Passage> passages(DocPage page) {
        Cutter cutter = new Cutter(page);
        for (Node node = Markdown.parsed(page).getFirstChild(); node != null; node = node.getNext()) {
            cutter.take(node);
        }
        cutter.keepBody();
        return cutter.passages;
    }

    private void take(Node node) {
        switch (node) {
            case Heading heading when heading.getLevel() == 1 -> {
                // The title goes along with every passage.
            }
            case Heading heading -> begin(heading);
            case TableBlock table -> rows(table);
            case FencedCodeBlock block -> code.append(block.getLiteral()).append('\n');
            default -> body.append(Markdown.text(node)).append('\n');
        }
    }

    private void begin(Heading heading) {
        keepBody();
        while (headings.size() > heading.getLevel() - 2) {
            headings.removeLast();
        }
        headings.add(Markdown.text(heading));
        anchor = anchors.next(heading);
    }

    private void rows(TableBlock table) {
        for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
            for (Node row = part.getFirstChild(); row != null; row = row.getNext()) {
                if (row instanceof TableRow && !(part instanceof TableHead)) {
                    keep(cells(row), "");
                }
            }
        }
    }

    private static String cells(Node row) {
        List<String> cells = new ArrayList<>();
        for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
            cells.add(Markdown.text(cell));
        }
        return String.join(": ", cells);
    }

    private void keepBody() {
        if (!body.isEmpty() || !code.isEmpty() || !headings.isEmpty()) {
            keep(body.toString().strip(), code.toString().strip());
        }
        body.setLength(0);
        code.setLength(0);
    }

    private void keep(String text, String program) {
        boolean isRepeated = page.path().startsWith(Contents.REFERENCE + "/") && anchor.equals(REPEATED);
        if (!isRepeated) {
            String heading = String.join(LEADS_TO, headings);
            passages.add(new Passage(page.address(), page.title(), anchor, heading, text, program));
        }
    }
}
