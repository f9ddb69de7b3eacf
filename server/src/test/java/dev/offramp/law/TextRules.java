package dev.offramp.law;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What must not stand in any file, and what must not stand in code.
final class TextRules {

    /// Folders of one machine; a program that names them works nowhere else.
    private static final Pattern MACHINE_PATH = Pattern.compile("(^|[^\\w/.]|//)/(work|root|tmp|home|Users)/.*");

    private static final Set<String> SWITCHES = Set.of("Disabled", "Ignore");
    private static final Set<String> DEAD_ASSUMPTIONS = Set.of("assumeTrue(false)", "assumeFalse(true)", "abort()");

    private TextRules() {}

    /// Of any text file.
    static List<String> untidyLines(String path, String text) {
        List<String> violations = new ArrayList<>();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (!line.stripTrailing().equals(line)) {
                violations.add(path + ":" + (i + 1) + " ends in blanks");
            }
            if (line.indexOf('\t') >= 0) {
                violations.add(path + ":" + (i + 1) + " has a tab");
            }
        }
        if (!text.isEmpty() && !text.endsWith("\n")) {
            violations.add(path + " does not end its last line");
        }
        return violations;
    }

    /// Comments may be typeset; code is ASCII.
    static List<String> nonAscii(Source source) {
        return source.linesThat(TextRules::hasStrangeCode).stream()
                .map(place -> place + " is not ASCII")
                .toList();
    }

    private static boolean hasStrangeCode(String line) {
        boolean comment = line.strip().startsWith("*") || line.strip().startsWith("/*");
        return !comment && line.replaceFirst("//.*", "").chars().anyMatch(c -> c > '~');
    }

    static List<String> machinePaths(Source source) {
        return source.all(LiteralTree.class).stream()
                .filter(literal -> literal.getValue() instanceof String text
                        && MACHINE_PATH.matcher(text).find())
                .map(literal -> source.path() + ":" + source.firstLine(literal) + " names a folder of one machine")
                .toList();
    }

    /// A test that does not run proves nothing and looks as if it did.
    static List<String> switchedOffTests(Source source) {
        Stream<String> annotations = source.all(AnnotationTree.class).stream()
                .filter(annotation -> SWITCHES.stream()
                        .anyMatch(annotation.getAnnotationType().toString().replaceFirst(".*\\.", "")::equals))
                .map(source::firstLine)
                .map(line -> source.path() + ":" + line + " is switched off");
        Stream<String> assumptions = source.all(MethodInvocationTree.class).stream()
                .filter(call -> DEAD_ASSUMPTIONS.contains(call.toString().replaceFirst("^[\\w.]*\\.", "")))
                .map(source::firstLine)
                .map(line -> source.path() + ":" + line + " is switched off");
        return Stream.concat(annotations, assumptions).toList();
    }
}
