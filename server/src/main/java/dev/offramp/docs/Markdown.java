package dev.offramp.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.LineBreakRendering;
import org.commonmark.renderer.text.TextContentRenderer;

/// From Markdown to what browsers show and what is searched.
final class Markdown {

    private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());

    private static final Parser PARSER = Parser.builder()
            .extensions(EXTENSIONS)
            .postProcessor(new CodeGroups())
            .build();

    private static final Parser PLAIN_PARSER =
            Parser.builder().extensions(EXTENSIONS).build();

    private static final Parser POSITIONED = Parser.builder()
            .extensions(EXTENSIONS)
            .includeSourceSpans(IncludeSourceSpans.BLOCKS)
            .build();

    private static final TextContentRenderer TEXT = TextContentRenderer.builder()
            .extensions(EXTENSIONS)
            .lineBreakRendering(LineBreakRendering.COMPACT)
            .build();

    private Markdown() {}

    /// A heading below the title.
    ///
    /// @param level 2 or more
    record Section(int level, String anchor, String text) {}

    /// Without its title, which the frame shows.
    static String html(DocPage page) {
        Node document = PARSER.parse(page.markdown());
        if (document.getFirstChild() instanceof Heading title) {
            title.unlink();
        }
        Anchors anchors = new Anchors();
        return HtmlRenderer.builder()
                // Before the extension, whose own tables would go first.
                .nodeRendererFactory(TableRenderer::new)
                .nodeRendererFactory(CodeRenderer::new)
                .extensions(EXTENSIONS)
                .escapeHtml(true)
                .sanitizeUrls(true)
                .attributeProviderFactory(_ -> new PageAttributes(anchors))
                .build()
                .render(document);
    }

    /// In their order.
    static List<Section> sections(DocPage page) {
        List<Section> sections = new ArrayList<>();
        Anchors anchors = new Anchors();
        for (Node node = PLAIN_PARSER.parse(page.markdown()).getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof Heading heading && heading.getLevel() > 1) {
                sections.add(new Section(heading.getLevel(), anchors.next(heading), text(heading)));
            }
        }
        return sections;
    }

    /// The text of one section as it is written.
    static Optional<String> section(DocPage page, String anchor) {
        List<String> lines = page.markdown().lines().toList();
        Anchors anchors = new Anchors();
        int start = -1;
        int level = 0;
        for (Node node = POSITIONED.parse(page.markdown()).getFirstChild(); node != null; node = node.getNext()) {
            if (!(node instanceof Heading heading) || heading.getLevel() == 1) {
                continue;
            }
            int line = heading.getSourceSpans().getFirst().getLineIndex();
            if (start >= 0 && heading.getLevel() <= level) {
                return Optional.of(String.join("\n", lines.subList(start, line)).strip());
            }
            if (anchors.next(heading).equals(anchor) && start < 0) {
                start = line;
                level = heading.getLevel();
            }
        }
        return start < 0
                ? Optional.empty()
                : Optional.of(
                        String.join("\n", lines.subList(start, lines.size())).strip());
    }

    /// Without its code brought together.
    static Node parsed(DocPage page) {
        return PLAIN_PARSER.parse(page.markdown());
    }

    /// Without markup.
    static String text(Node node) {
        return TEXT.render(node).strip();
    }
}
