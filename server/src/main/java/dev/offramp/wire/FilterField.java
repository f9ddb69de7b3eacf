package dev.offramp.wire;

import dev.offramp.lists.ListField;
import dev.offramp.lists.ListQuery.Filter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// What the items of a list must have: `field:value`, several parted by commas. A value ends at the next comma; one
/// that has a comma itself has a backslash before it, and so has a backslash.
///
/// @param fields that may be named
public record FilterField(String name, List<ListField> fields) implements Field<FilterField.Filters> {

    /// What was asked for, in its order.
    public record Filters(List<Filter> all) {}

    /// More would not be a question of people.
    private static final int FILTERS_MAX = 20;

    @Override
    public boolean isRequired() {
        return false;
    }

    @Override
    public Class<Filters> type() {
        return Filters.class;
    }

    @Override
    public Reading<Filters> read(Sent sent) {
        return switch (sent) {
            case Sent.Text(String value) -> parse(value);
            case Sent.Untyped(String value) -> parse(value);
            case Sent.Nothing _, Sent.Number _, Sent.Flag _, Sent.Composite _ ->
                Reading.bad(name + " must be field:value");
        };
    }

    private Reading<Filters> parse(String text) {
        List<Filter> filters = new ArrayList<>();
        List<String> reasons = new ArrayList<>();
        for (String pair : pairs(text)) {
            int colon = pair.indexOf(':');
            if (colon < 0) {
                reasons.add(name + " must be field:value");
            } else {
                Filter filter = new Filter(pair.substring(0, colon).strip(), pair.substring(colon + 1));
                objection(filter).ifPresentOrElse(reasons::add, () -> filters.add(filter));
            }
        }
        if (filters.size() > FILTERS_MAX) {
            reasons.add(name + " must have at most " + FILTERS_MAX + " values");
        }
        return Reading.of(new Filters(filters), reasons.stream().distinct().toList());
    }

    private Optional<String> objection(Filter filter) {
        Optional<ListField> known = fields.stream()
                .filter(field -> field.name().equals(filter.field()))
                .findFirst();
        if (known.isEmpty()) {
            return Optional.of(name + " must name one of " + names());
        }
        ListField field = known.get();
        return TextField.isPrintable(filter.value()) && field.accepts(filter.value())
                ? Optional.empty()
                : Optional.of(field.name() + " must be " + field.expects());
    }

    private String names() {
        return fields.stream().map(ListField::name).collect(Collectors.joining(", "));
    }

    private static List<String> pairs(String text) {
        List<String> pairs = new ArrayList<>();
        StringBuilder pair = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length()) {
                i++;
                pair.append(text.charAt(i));
            } else if (c == ',') {
                pairs.add(pair.toString());
                pair.setLength(0);
            } else {
                pair.append(c);
            }
        }
        pairs.add(pair.toString());
        return pairs;
    }
}
