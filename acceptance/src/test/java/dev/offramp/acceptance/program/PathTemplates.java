package dev.offramp.acceptance.program;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/// Which described path a real one is: that with the most fixed segments, the first of them deciding.
final class PathTemplates {

    private PathTemplates() {}

    static Optional<String> best(Collection<String> templates, String path) {
        String plain = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        return templates.stream()
                .filter(template -> matches(template, plain))
                .min(Comparator.comparing(template -> template.replace("{", "\uffff")));
    }

    private static boolean matches(String template, String path) {
        String[] wanted = template.split("/", -1);
        String[] given = path.split("/", -1);
        if (wanted.length != given.length) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            boolean isVariable = wanted[i].startsWith("{");
            if (isVariable ? given[i].isEmpty() : !wanted[i].equals(given[i])) {
                return false;
            }
        }
        return true;
    }
}
