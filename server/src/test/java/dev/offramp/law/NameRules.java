package dev.offramp.law;

import com.sun.source.tree.ClassTree;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Words that say nothing, in type and package names.
final class NameRules {

    private static final Set<String> EMPTY_WORDS = Set.of(
            "Impl",
            "Manager",
            "Helper",
            "Util",
            "Utils",
            "Processor",
            "Default",
            "Abstract",
            "Base",
            "Dto",
            "DTO",
            "Entity",
            "Data",
            "Info",
            "Wrapper",
            "Common");

    private static final Set<String> EMPTY_PACKAGES = Set.of(
            "util",
            "utils",
            "common",
            "helper",
            "helpers",
            "internal",
            "impl",
            "dto",
            "model",
            "models",
            "service",
            "services",
            "misc");

    private NameRules() {}

    static List<String> emptyTypeNames(Source source) {
        return source.all(ClassTree.class).stream()
                .map(type -> type.getSimpleName().toString())
                .filter(name -> words(name).anyMatch(EMPTY_WORDS::contains))
                .map(name -> source.path() + ": " + name + " says nothing")
                .toList();
    }

    static List<String> emptyPackageNames(Source source) {
        return Arrays.stream(source.packageName().split("\\."))
                .filter(EMPTY_PACKAGES::contains)
                .map(name -> source.path() + ": package " + name + " says nothing")
                .toList();
    }

    /// `DatabaseUrl` is Database and Url; no Data in it.
    private static Stream<String> words(String name) {
        return Arrays.stream(name.split("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])"));
    }
}
