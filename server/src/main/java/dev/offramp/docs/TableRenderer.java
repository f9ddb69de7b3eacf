package dev.offramp.docs;

import java.util.Map;
import java.util.Set;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableBody;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlWriter;

/// Tables, in a frame of their own that can be scrolled: on a phone a page must not be wider than the phone.
final class TableRenderer implements NodeRenderer {

    private final HtmlNodeRendererContext context;
    private final HtmlWriter html;

    TableRenderer(HtmlNodeRendererContext context) {
        this.context = context;
        this.html = context.getWriter();
    }

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
        return Set.of(TableBlock.class, TableHead.class, TableBody.class, TableRow.class, TableCell.class);
    }

    @Override
    public void render(Node node) {
        switch (node) {
            case TableBlock table -> {
                html.tag("div", Map.of("class", "scroll", "tabindex", "0", "role", "region", "aria-label", "Table"));
                wrap("table", table);
                html.tag("/div");
            }
            case TableHead head -> wrap("thead", head);
            case TableBody body -> wrap("tbody", body);
            case TableRow row -> wrap("tr", row);
            case TableCell cell when cell.isHeader() -> wrap("th", cell);
            default -> wrap("td", node);
        }
    }

    private void wrap(String tag, Node node) {
        html.tag(tag);
        for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
            context.render(child);
        }
        html.tag("/" + tag);
        html.line();
    }
}
