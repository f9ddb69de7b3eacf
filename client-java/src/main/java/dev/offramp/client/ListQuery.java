package dev.offramp.client;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Which items of a list, and in what order. Not every list knows each of these; see its operation. */
public final class ListQuery {

    /** All, as the server orders them. */
    public static final ListQuery ALL = new ListQuery(Map.of());

    static final String PAGE = "page";

    private final Map<String, String> fields;

    private ListQuery(Map<String, String> fields) {
        this.fields = fields;
    }

    /** Begins with this page; the first is 1. */
    public ListQuery page(int page) {
        return with(PAGE, String.valueOf(page));
    }

    /** So many at a time, 200 at most. */
    public ListQuery size(int size) {
        return with("size", String.valueOf(size));
    }

    /** By a field; after a minus, the greatest first. */
    public ListQuery sort(String field) {
        return with("sort", field);
    }

    /** {@code field:value}, several parted by commas. */
    public ListQuery filter(String filter) {
        return with("filter", filter);
    }

    public ListQuery search(String text) {
        return with("search", text);
    }

    /** ISO 8601: a time with its zone, or a date. */
    public ListQuery startDate(String time) {
        return with("startDate", time);
    }

    /** ISO 8601: a time with its zone, or a date. */
    public ListQuery endDate(String time) {
        return with("endDate", time);
    }

    int firstPage() {
        return Optional.ofNullable(fields.get(PAGE)).map(Integer::parseInt).orElse(1);
    }

    Map<String, String> fields() {
        return fields;
    }

    private ListQuery with(String name, String value) {
        Map<String, String> more = new TreeMap<>(fields);
        more.put(name, value);
        return new ListQuery(Map.copyOf(more));
    }
}
