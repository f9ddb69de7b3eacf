package dev.offramp.wire;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What must hold between the fields of a form. Looked at once each is good by itself.
public sealed interface FormRule {

    void check(Values values, Reasons reasons);

    /// These fields are sent together or not at all.
    record Together(List<Field<?>> group) implements FormRule {
        @Override
        public void check(Values values, Reasons reasons) {
            if (group.stream().anyMatch(values::has)) {
                group.stream()
                        .filter(field -> !values.has(field))
                        .forEach(field ->
                                reasons.add(field.name(), field.name() + " is required with " + others(field)));
            }
        }

        private String others(Field<?> one) {
            return names(group.stream().filter(field -> field != one));
        }
    }

    /// Where `field` is sent, `needed` is too.
    record Requiring(Field<?> field, Field<?> needed) implements FormRule {
        @Override
        public void check(Values values, Reasons reasons) {
            if (values.has(field) && !values.has(needed)) {
                reasons.add(needed.name(), needed.name() + " is required with " + field.name());
            }
        }
    }

    /// Exactly one of these fields is sent.
    record ExactlyOne(List<Field<?>> group) implements FormRule {
        @Override
        public void check(Values values, Reasons reasons) {
            if (group.stream().filter(values::has).count() != 1) {
                String reason = "exactly one of " + names(group.stream()) + " is required";
                group.forEach(field -> reasons.add(field.name(), reason));
            }
        }
    }

    private static String names(Stream<Field<?>> fields) {
        return fields.map(Field::name).collect(Collectors.joining(", "));
    }
}
