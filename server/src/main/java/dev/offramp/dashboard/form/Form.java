package dev.offramp.dashboard.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What was typed into the fields of a form, what it means, and what is wrong with it. Immutable; secrets are never
/// given back. `toString` shows nothing of it.
public final class Form {

    private final Map<String, List<String>> typed;
    private final Map<String, Object> good;
    private final Map<String, String> errors;
    private final List<String> general;

    private Form(
            Map<String, List<String>> typed,
            Map<String, Object> good,
            Map<String, String> errors,
            List<String> general) {
        this.typed = typed;
        this.good = good;
        this.errors = errors;
        this.general = general;
    }

    /// Nothing was typed yet.
    public static Form blank() {
        return new Form(Map.of(), Map.of(), Map.of(), List.of());
    }

    /// Reads what was sent.
    public static Form read(List<Field<?>> fields, Map<String, List<String>> sent) {
        Map<String, List<String>> typed = new HashMap<>();
        Map<String, Object> good = new HashMap<>();
        Map<String, String> errors = new LinkedHashMap<>();
        for (Field<?> field : fields) {
            List<String> values = sent.getOrDefault(field.name(), List.of()).stream()
                    .filter(value -> !value.isBlank())
                    .toList();
            if (!field.isSecret()) {
                typed.put(field.name(), values);
            }
            if (!values.isEmpty()) {
                switch (field.reader().apply(values)) {
                    case Reading.Good<?>(Object value) -> good.put(field.name(), value);
                    case Reading.Bad<?>(String message) -> errors.put(field.name(), message);
                }
            } else if (field.isRequired()) {
                errors.put(field.name(), field.label() + " is required.");
            }
        }
        return new Form(typed, good, errors, List.of());
    }

    public boolean isValid() {
        return errors.isEmpty() && general.isEmpty();
    }

    /// The value of a required field.
    public <T> T get(Field<T> field) {
        return find(field).orElseThrow(() -> new IllegalStateException(field.name() + " was not read"));
    }

    /// The value, if there is a good one.
    @SuppressWarnings("unchecked") // Only the field's own reader puts it there.
    public <T> Optional<T> find(Field<T> field) {
        return Optional.ofNullable((T) good.get(field.name()));
    }

    /// Whether a box was ticked.
    public boolean is(Field<Boolean> flag) {
        return find(flag).orElse(false);
    }

    /// What was typed, to be shown again; nothing of a secret.
    public String typed(Field<?> field) {
        List<String> values = typed.getOrDefault(field.name(), List.of());
        return field.isSecret() || values.isEmpty() ? "" : values.getFirst();
    }

    /// Whether a choice was made.
    public boolean chose(Field<?> field, String value) {
        return typed.getOrDefault(field.name(), List.of()).contains(value);
    }

    /// Everything typed that may be shown again, to be sent once more.
    public Map<String, List<String>> kept() {
        return typed;
    }

    /// What is wrong with a field.
    public Optional<String> error(Field<?> field) {
        return Optional.ofNullable(errors.get(field.name()));
    }

    /// What is wrong with the whole.
    public List<String> general() {
        return general;
    }

    /// The same with something wrong with a field.
    public Form refuse(Field<?> field, String message) {
        Map<String, String> more = new LinkedHashMap<>(errors);
        more.put(field.name(), message);
        return new Form(typed, good, more, general);
    }

    /// The same with something wrong with the whole.
    public Form refuse(String message) {
        List<String> more = new ArrayList<>(general);
        more.add(message);
        return new Form(typed, good, errors, more);
    }

    /// The same with something in a field, as if it had been typed: what it is now, for a form that changes it.
    public Form with(Field<?> field, String... values) {
        Map<String, List<String>> more = new HashMap<>(typed);
        more.put(field.name(), List.of(values));
        return new Form(more, good, errors, general);
    }

    @Override
    public String toString() {
        return "Form" + errors.keySet();
    }
}
