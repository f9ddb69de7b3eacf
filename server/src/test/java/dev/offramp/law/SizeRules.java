package dev.offramp.law;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/// How long things may be. What is longer hides something.
final class SizeRules {

    private static final int FILE_LINES = 400;
    private static final int METHOD_LINES = 60;
    private static final int PARAMETERS = 7;

    private SizeRules() {}

    static List<String> longFiles(Source source) {
        int lines = source.lines().size();
        return lines > FILE_LINES ? List.of(source.path() + " has " + lines + " lines") : List.of();
    }

    static List<String> longMethods(Source source) {
        return source.all(MethodTree.class).stream()
                .filter(method -> method.getBody() != null)
                .filter(method -> length(source, method) > METHOD_LINES)
                .map(method -> at(source, method) + " has " + length(source, method) + " lines")
                .toList();
    }

    /// The components of a record and the columns of a table test are named where they stand; they do not count.
    static List<String> manyParameters(Source source) {
        Set<MethodTree> canonical = source.all(ClassTree.class).stream()
                .filter(type -> type.getKind() == Tree.Kind.RECORD)
                .flatMap(SizeRules::canonicalConstructors)
                .collect(Collectors.toSet());
        return source.all(MethodTree.class).stream()
                .filter(method -> method.getParameters().size() > PARAMETERS)
                .filter(method -> !canonical.contains(method) && !isTableTest(method))
                .map(method ->
                        at(source, method) + " has " + method.getParameters().size() + " parameters")
                .toList();
    }

    private static Stream<MethodTree> canonicalConstructors(ClassTree type) {
        long components = type.getMembers().stream()
                .filter(VariableTree.class::isInstance)
                .map(VariableTree.class::cast)
                .filter(field -> !field.getModifiers().getFlags().contains(Modifier.STATIC))
                .count();
        return type.getMembers().stream()
                .filter(MethodTree.class::isInstance)
                .map(MethodTree.class::cast)
                .filter(method -> method.getName().contentEquals("<init>"))
                .filter(method -> method.getParameters().size() == components);
    }

    private static boolean isTableTest(MethodTree method) {
        return method.getModifiers().getAnnotations().stream()
                .anyMatch(
                        annotation -> annotation.getAnnotationType().toString().equals("ParameterizedTest"));
    }

    private static int length(Source source, MethodTree method) {
        return source.lastLine(method) - source.firstLine(method) + 1;
    }

    private static String at(Source source, MethodTree method) {
        return source.path() + ":" + source.firstLine(method) + " " + method.getName();
    }
}
