package dev.offramp.mcp;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a tool was called with; what it takes was checked before.
record Arguments(@Nullable Map<String, Object> given) {

    /// Empty when it was left out or says nothing.
    Optional<String> find(String name) {
        return Optional.ofNullable(given)
                .map(all -> all.get(name))
                .map(String::valueOf)
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }

    String text(String name) {
        return find(name).orElse("");
    }
}
