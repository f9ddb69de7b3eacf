package dev.offramp.docs;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.parser.PostProcessor;

/// Brings blocks of code that follow one another in different languages together: the same thing, said several times.
final class CodeGroups implements PostProcessor {

    /// Several blocks of which a reader wants one.
    static final class Group extends CustomBlock {}

    @Override
    public Node process(Node document) {
        for (Node node = document.getFirstChild(); node != null; node = node.getNext()) {
            List<FencedCodeBlock> run = run(node);
            if (run.size() > 1) {
                Group group = new Group();
                node.insertBefore(group);
                run.forEach(group::appendChild);
                node = group;
            }
        }
        return document;
    }

    /// The block and those right after it, as far as no language comes twice.
    private static List<FencedCodeBlock> run(Node first) {
        List<FencedCodeBlock> run = new ArrayList<>();
        for (Node node = first; node instanceof FencedCodeBlock block; node = node.getNext()) {
            String language = Language.of(block);
            if (run.stream().anyMatch(other -> Language.of(other).equals(language))) {
                break;
            }
            run.add(block);
        }
        return run;
    }
}
