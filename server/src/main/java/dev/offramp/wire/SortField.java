package dev.offramp.wire;

import dev.offramp.lists.ListQuery;
import java.util.List;

/// What a list is to be ordered by: `field`, or `-field` for the greatest first.
///
/// @param fields by which it may be
public record SortField(String name, List<String> fields) implements Field<ListQuery.Order> {

    @Override
    public boolean isRequired() {
        return false;
    }

    @Override
    public Class<ListQuery.Order> type() {
        return ListQuery.Order.class;
    }

    @Override
    public Reading<ListQuery.Order> read(Sent sent) {
        return switch (sent) {
            case Sent.Text(String value) -> parse(value);
            case Sent.Untyped(String value) -> parse(value);
            case Sent.Nothing _, Sent.Number _, Sent.Flag _, Sent.Composite _ -> wrong();
        };
    }

    private Reading<ListQuery.Order> parse(String value) {
        boolean isDescending = value.startsWith("-");
        String field = isDescending ? value.substring(1) : value;
        return fields.contains(field) ? new Reading.Good<>(new ListQuery.Order(field, isDescending)) : wrong();
    }

    private Reading<ListQuery.Order> wrong() {
        return Reading.bad(name + " must be one of " + String.join(", ", fields) + ", or one of them after a minus");
    }
}
