package dev.offramp.lists;

import dev.offramp.tenancy.Tenant;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Which rows a question is about: declared conditions, all of which must hold, and the values bound into them.
record Restriction(List<String> conditions, Map<String, Object> values) {

    private static final String NOTHING_MATCHES = "FALSE";

    static Restriction of(ListedTable table, Tenant tenant, ListQuery query) {
        Restriction all = new Restriction(new ArrayList<>(), new LinkedHashMap<>());
        all.bind("integration = %s", tenant.integration().toString());
        all.bind("environment = %s", tenant.environment().code());
        query.filters().stream()
                .collect(Collectors.groupingBy(ListQuery.Filter::field, LinkedHashMap::new, Collectors.toList()))
                .forEach((field, values) -> all.add(any(table, field, values)));
        query.search().ifPresent(text -> all.add(found(table, text)));
        query.from().ifPresent(time -> all.bindTime(" >= ", time));
        query.until().ifPresent(time -> all.bindTime(" < ", time));
        return all;
    }

    private static List<ListField.Match> any(ListedTable table, String name, List<ListQuery.Filter> wanted) {
        ListField field = table.filter(name).orElseThrow(() -> new IllegalArgumentException("no filter: " + name));
        return wanted.stream()
                .map(filter -> field.matching()
                        .apply(filter.value())
                        .orElseThrow(() -> new IllegalArgumentException("no value of " + name)))
                .toList();
    }

    private static List<ListField.Match> found(ListedTable table, String text) {
        return table.searched().stream()
                .map(field -> field.matching().apply(text))
                .flatMap(Optional::stream)
                .toList();
    }

    /// The tenant's rows that a question is not about, in disjoint parts; empty unless it is about one value of one
    /// field of which that can be asked.
    static List<Restriction> rest(ListedTable table, Tenant tenant, ListQuery query) {
        if (query.filters().size() != 1 || !query.isByFiltersAlone()) {
            return List.of();
        }
        ListField.Match match =
                any(table, query.filters().getFirst().field(), query.filters()).getFirst();
        return match.rest().stream()
                .map(sql -> {
                    Restriction part = of(table, tenant, ListQuery.page(1, 1));
                    part.add(List.of(new ListField.Match(sql, match.value(), List.of())));
                    return part;
                })
                .toList();
    }

    /// The rows after a place in the order.
    Restriction after(Batch.Place place, ListedTable.Ordering ordering) {
        Restriction after = copy();
        after.conditions.add(ordering.after(after.bound(place.key()), after.bound(place.id())));
        return after;
    }

    /// The rows from a mark on: an ascending order begins with it, a descending one below it.
    Restriction from(CheckpointStore.Start mark, ListedTable.Ordering ordering) {
        Restriction from = copy();
        String place = "(" + from.bound(mark.createdAt()) + ", " + from.bound(mark.id()) + ")";
        from.conditions.add("(created_at, id) " + (ordering.isDescending() ? "< " : ">= ") + place);
        return from;
    }

    String where() {
        return String.join(" AND ", conditions);
    }

    private void add(List<ListField.Match> alternatives) {
        conditions.add(
                alternatives.isEmpty()
                        ? NOTHING_MATCHES
                        : alternatives.stream().map(this::condition).collect(Collectors.joining(" OR ", "(", ")")));
    }

    private String condition(ListField.Match match) {
        return match.value().map(value -> match.sql().formatted(bound(value))).orElse(match.sql());
    }

    private void bindTime(String comparison, Instant time) {
        bind(ListSort.CREATED_AT_COLUMN + comparison + "%s", time);
    }

    private void bind(String condition, Object value) {
        conditions.add(condition.formatted(bound(value)));
    }

    /// The name under which a value is bound.
    private String bound(Object value) {
        String name = "v" + values.size();
        values.put(name, value);
        return ":" + name;
    }

    private Restriction copy() {
        return new Restriction(new ArrayList<>(conditions), new LinkedHashMap<>(values));
    }

    @Override
    public String toString() {
        return where();
    }
}
