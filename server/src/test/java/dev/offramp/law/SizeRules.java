package dev.offramp.law;

import com.sun.source.tree.MethodTree;
import java.util.List;

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

    /// Records name their components where they are made from others, so only methods and constructors count.
    static List<String> manyParameters(Source source) {
        return source.all(MethodTree.class).stream()
                .filter(method -> method.getParameters().size() > PARAMETERS)
                .map(method ->
                        at(source, method) + " has " + method.getParameters().size() + " parameters")
                .toList();
    }

    private static int length(Source source, MethodTree method) {
        return source.lastLine(method) - source.firstLine(method) + 1;
    }

    private static String at(Source source, MethodTree method) {
        return source.path() + ":" + source.firstLine(method) + " " + method.getName();
    }
}
