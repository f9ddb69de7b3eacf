package dev.offramp.law;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Every test of every module, as `Class.method`.
record TestNames(Set<String> all) {

    private static final List<String> MODULES = List.of("server", "acceptance", "bench");
    private static final Set<String> MARKS = Set.of("Test", "ParameterizedTest", "RepeatedTest", "TestFactory");

    static TestNames below(Path root) {
        Set<String> names = new HashSet<>();
        MODULES.stream()
                .map(module -> module + "/src/test/java")
                .filter(folder -> Files.isDirectory(root.resolve(folder)))
                .flatMap(folder -> Source.allBelow(root, folder).stream())
                .flatMap(TestNames::of)
                .forEach(names::add);
        return new TestNames(names);
    }

    boolean has(String name) {
        return all.contains(name);
    }

    private static Stream<String> of(Source source) {
        return source.all(ClassTree.class).stream()
                .flatMap(type -> type.getMembers().stream()
                        .filter(MethodTree.class::isInstance)
                        .map(MethodTree.class::cast)
                        .filter(TestNames::isTest)
                        .map(method -> type.getSimpleName() + "." + method.getName()));
    }

    private static boolean isTest(MethodTree method) {
        return method.getModifiers().getAnnotations().stream()
                .map(AnnotationTree::getAnnotationType)
                .anyMatch(type -> MARKS.contains(type.toString()));
    }
}
