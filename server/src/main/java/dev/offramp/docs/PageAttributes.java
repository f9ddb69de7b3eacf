package dev.offramp.docs;

import java.util.Map;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.renderer.html.AttributeProvider;

/// What elements carry beside what Markdown says: anchors of headings; and links to elsewhere tell nobody where
/// they were clicked.
final class PageAttributes implements AttributeProvider {

    private final Anchors anchors;

    PageAttributes(Anchors anchors) {
        this.anchors = anchors;
    }

    @Override
    public void setAttributes(Node node, String tag, Map<String, String> attributes) {
        switch (node) {
            case Heading heading -> attributes.put("id", anchors.next(heading));
            case Link link when link.getDestination().contains("://") -> attributes.put("rel", "noopener noreferrer");
            default -> {
                // The rest is as Markdown says.
            }
        }
    }
}
