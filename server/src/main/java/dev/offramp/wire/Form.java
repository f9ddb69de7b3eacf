package dev.offramp.wire;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// The fields that a body or a query may carry, and the rules between them. Immutable; declared once per endpoint.
public final class Form {

    /// Carries nothing.
    public static final Form EMPTY = new Form(List.of(), List.of());

    private static final Sent NOTHING = new Sent.Nothing();

    private final List<Field<?>> fields;
    private final List<FormRule> rules;

    private Form(List<Field<?>> fields, List<FormRule> rules) {
        this.fields = List.copyOf(fields);
        this.rules = List.copyOf(rules);
    }

    public static Form of(Field<?>... fields) {
        return new Form(Arrays.asList(fields), List.of());
    }

    /// These fields are sent together or not at all.
    public Form together(Field<?>... group) {
        return with(new FormRule.Together(List.of(group)));
    }

    /// Where `field` is sent, `needed` is too.
    public Form requiring(Field<?> field, Field<?> needed) {
        return with(new FormRule.Requiring(field, needed));
    }

    /// Exactly one of these fields is sent.
    public Form exactlyOne(Field<?>... group) {
        return with(new FormRule.ExactlyOne(List.of(group)));
    }

    public List<Field<?>> fields() {
        return fields;
    }

    /// What must hold between the fields.
    public List<FormRule> rules() {
        return rules;
    }

    /// Reads what was sent. Names that are no field of this form are nobody's concern here; see [#unknown].
    public FormReading read(Map<String, Sent> sent) {
        Reasons reasons = new Reasons();
        Map<String, Object> good = new HashMap<>();
        for (Field<?> field : fields) {
            switch (sent.getOrDefault(field.name(), NOTHING)) {
                case Sent.Nothing _ -> requireNot(field, reasons);
                case Sent something -> read(field, something, good, reasons);
            }
        }
        Values values = new Values(good);
        if (reasons.isEmpty()) {
            rules.forEach(rule -> rule.check(values, reasons));
        }
        return reasons.isEmpty() ? new FormReading.Filled(values) : new FormReading.Invalid(reasons);
    }

    /// The values in one fixed spelling, each on a line of its own, without those that are secret: bodies that mean the
    /// same are the same text, however they were written.
    public String canonical(Values values) {
        return fields.stream()
                .filter(field -> !field.isSecret())
                .sorted(Comparator.comparing(Field::name))
                .flatMap(field -> canonical(field, values).stream())
                .collect(Collectors.joining());
    }

    private static <T> Optional<String> canonical(Field<T> field, Values values) {
        return values.find(field).map(value -> field.name() + "=" + field.canonical(value) + "\n");
    }

    /// The reasons against names that are no field of this form.
    public Reasons unknown(Map<String, Sent> sent) {
        Reasons reasons = new Reasons();
        List<String> known = fields.stream().map(Field::name).toList();
        sent.keySet().stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> reasons.add(name, "unknown fields detected"));
        return reasons;
    }

    private static void requireNot(Field<?> field, Reasons reasons) {
        if (field.isRequired()) {
            reasons.add(field.name(), field.missing());
        }
    }

    private static void read(Field<?> field, Sent sent, Map<String, Object> good, Reasons reasons) {
        switch (field.read(sent)) {
            case Reading.Good(Object value) -> good.put(field.name(), value);
            case Reading.Bad(List<String> why) -> why.forEach(reason -> reasons.add(field.name(), reason));
        }
    }

    private Form with(FormRule rule) {
        List<FormRule> more = new ArrayList<>(rules);
        more.add(rule);
        return new Form(fields, more);
    }
}
