package dev.offramp.docs;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlWriter;

/// Blocks of code, and groups of them as tabs that need no script: radio buttons, of which the style shows what
/// belongs to the chosen one. Without a style all of them are there, one after the other.
final class CodeRenderer implements NodeRenderer {

    private final HtmlWriter html;
    private int groups;

    CodeRenderer(HtmlNodeRendererContext context) {
        this.html = context.getWriter();
    }

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
        return Set.of(FencedCodeBlock.class, CodeGroups.Group.class);
    }

    @Override
    public void render(Node node) {
        if (node instanceof FencedCodeBlock block) {
            block(block);
        } else {
            group(node);
        }
    }

    private void group(Node group) {
        groups++;
        html.line();
        open("div", Map.of("class", "tabs"));
        int number = 0;
        for (Node node = group.getFirstChild(); node != null; node = node.getNext()) {
            number++;
            tab((FencedCodeBlock) node, "tab-" + groups + "-" + number, number == 1);
        }
        html.tag("/div");
        html.line();
    }

    private void tab(FencedCodeBlock block, String id, boolean isFirst) {
        Map<String, String> radio = Map.of("type", "radio", "name", "tabs-" + groups, "id", id);
        open("input", isFirst ? with(radio, "checked", "checked") : radio);
        open("label", Map.of("for", id));
        html.text(Language.title(block));
        html.tag("/label");
        block(block);
    }

    private static Map<String, String> with(Map<String, String> attributes, String name, String value) {
        Map<String, String> all = new HashMap<>(attributes);
        all.put(name, value);
        return all;
    }

    /// Wide code is scrolled, by keyboards too.
    private void block(FencedCodeBlock block) {
        html.line();
        open("pre", Map.of("tabindex", "0", "data-language", Language.title(block)));
        open("code", Map.of());
        html.text(block.getLiteral());
        html.tag("/code");
        html.tag("/pre");
        html.line();
    }

    private void open(String tag, Map<String, String> attributes) {
        html.tag(tag, attributes);
    }
}
