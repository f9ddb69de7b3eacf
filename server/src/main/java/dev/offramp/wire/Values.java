package dev.offramp.wire;

import java.util.Map;
import java.util.Optional;

/// The good values of a form, asked for by their field. `toString` shows the names alone.
public final class Values {

    public static final Values NONE = new Values(Map.of());

    private final Map<String, Object> byName;

    Values(Map<String, Object> byName) {
        this.byName = byName;
    }

    /// The value of a required field.
    public <T> T get(Field<T> field) {
        return find(field).orElseThrow(() -> new IllegalStateException(field.name() + " was not read"));
    }

    /// The value, if one was sent.
    public <T> Optional<T> find(Field<T> field) {
        return Optional.ofNullable(byName.get(field.name())).map(field.type()::cast);
    }

    public boolean has(Field<?> field) {
        return byName.containsKey(field.name());
    }

    @Override
    public String toString() {
        return "Values" + byName.keySet();
    }
}
