package dev.offramp.law;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.lang.model.element.Modifier;

/// What must be written about code, and what must not be left lying about in it.
final class CommentRules {

    private static final int PLATE_LINES_MIN = 8;

    /// A resource inside of a room says its line and leaves the rest to the room.
    private static final int RESOURCE_PLATE_LINES_MIN = 4;

    private static final Pattern RESOURCE = Pattern.compile(".*\\.(http|wire|dashboard)\\.\\w+");

    private static final int PLATE_LINES_MAX = 30;

    /// Assembled, so that this file passes its own rule.
    private static final Pattern LEFT_FOR_LATER =
            Pattern.compile("\\b(" + String.join("|", "TO" + "DO", "FIX" + "ME", "XX" + "X", "HA" + "CK") + ")\\b");

    /// A plain comment that ends, or begins, as only code does. A `///` may well show an example.
    private static final Pattern CODE = Pattern.compile("\\s*(//(?!/)|\\*)\\s*"
            + "(.*[;{]|}.*|@\\w+(\\(.*\\))?|(if|for|while|switch|return|import)\\s*\\(.*\\).*)\\s*");

    private CommentRules() {}

    static List<String> leftForLater(Source source) {
        return source.linesThat(line -> LEFT_FOR_LATER.matcher(line).find()).stream()
                .map(place -> place + " is left for later")
                .toList();
    }

    static List<String> commentedOutCode(Source source) {
        return source.linesThat(line -> CODE.matcher(line).matches()).stream()
                .map(place -> place + " is commented-out code")
                .toList();
    }

    /// Meaning, invariants, units and errors belong to every type that another room can see.
    static List<String> undocumentedTypes(Source source) {
        return source.tree().getTypeDecls().stream()
                .filter(ClassTree.class::isInstance)
                .map(ClassTree.class::cast)
                .filter(type -> type.getModifiers().getFlags().contains(Modifier.PUBLIC))
                .filter(type -> !hasDocumentation(source, type))
                .map(type -> source.path() + ": " + type.getSimpleName() + " has no ///")
                .toList();
    }

    private static boolean hasDocumentation(Source source, Tree type) {
        int line = source.firstLine(type) - 1;
        return line > 0 && source.lines().get(line - 1).strip().startsWith("///");
    }

    /// A package says what it owns and promises, in few words, and is null-marked.
    static List<String> doorPlates(Source source) {
        List<String> violations = new ArrayList<>();
        int lines = source.lines().size();
        boolean resource = RESOURCE.matcher(source.packageName()).matches();
        int least = resource ? RESOURCE_PLATE_LINES_MIN : PLATE_LINES_MIN;
        if (source.isDoorPlate() && (lines < least || lines > PLATE_LINES_MAX)) {
            violations.add(source.path() + " has " + lines + " lines");
        }
        if (source.isDoorPlate() && !source.text().contains("@NullMarked")) {
            violations.add(source.path() + " is not @NullMarked");
        }
        return violations;
    }

    static List<String> missingDoorPlates(List<Source> sources) {
        List<String> plates = sources.stream()
                .filter(Source::isDoorPlate)
                .map(Source::packageName)
                .toList();
        return sources.stream()
                .map(Source::packageName)
                .filter(name -> !plates.contains(name))
                .distinct()
                .map(name -> name + " has no package-info")
                .toList();
    }
}
