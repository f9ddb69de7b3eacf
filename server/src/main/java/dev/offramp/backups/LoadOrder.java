package dev.offramp.backups;

import dev.offramp.backups.BackupStore.Reference;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// In which order tables can be loaded: what is referred to goes first.
final class LoadOrder {

    private LoadOrder() {}

    /// @throws IllegalStateException when tables refer to each other in a circle; no migration may make one
    static List<String> of(Collection<String> tables, List<Reference> references) {
        List<String> ordered = new ArrayList<>();
        Set<String> left = new TreeSet<>(tables);
        while (!left.isEmpty()) {
            List<String> next = left.stream()
                    .filter(table -> references.stream()
                            .noneMatch(reference -> reference.from().equals(table) && left.contains(reference.to())))
                    .toList();
            if (next.isEmpty()) {
                throw new IllegalStateException("these tables refer to each other in a circle: " + left);
            }
            ordered.addAll(next);
            next.forEach(left::remove);
        }
        return ordered;
    }
}
