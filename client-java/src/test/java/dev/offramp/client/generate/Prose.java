package dev.offramp.client.generate;

import java.util.ArrayList;
import java.util.List;

/// Sentences of the document as comments.
final class Prose {

    private static final int WIDTH = 110;

    private Prose() {}

    /// Lines that fit.
    static List<String> wrapped(String text, int indent) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split("\\s+")) {
            if (!line.isEmpty() && indent + line.length() + 1 + word.length() > WIDTH) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    /// `/** … */`, of one line where it fits; nothing of nothing.
    static String block(String text, String indent) {
        String safe = text.replace("*/", "*&#47;").replace("@", "&#64;");
        if (safe.isBlank()) {
            return "";
        }
        List<String> lines = wrapped(safe, indent.length() + 3);
        if (lines.size() == 1) {
            return indent + "/** " + lines.getFirst() + " */\n";
        }
        StringBuilder block = new StringBuilder(indent + "/**\n");
        lines.forEach(line -> block.append(indent).append(" * ").append(line).append("\n"));
        return block.append(indent).append(" */\n").toString();
    }

    /// What an operation says of itself, without the sentence on tables: clients get pages.
    static String of(Operation operation) {
        return operation.summary() + ". " + operation.description().replaceFirst(" `exports=true` .*", "");
    }
}
