package dev.offramp.lists;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.mapper.RowMapper;

/// A table of which a tenant's rows are a list: it has the columns `integration`, `environment`, `id` and `created_at`.
///
/// @param sorts what it may be ordered by; the first, descending, is its own order
/// @param filters what it may be filtered by, in the order in which they are named to people
/// @param searched where searched text is looked for
/// @param isCheckpointed whether its rows are counted by [ListCheckpoints]: they then have the column `inserted_in`,
///     are never deleted, and never change in what the order and the tenant are
public record ListedTable(
        String table, List<ListSort> sorts, List<ListField> filters, List<ListField> searched, boolean isCheckpointed) {

    public static ListedTable of(String table, ListSort... sorts) {
        return new ListedTable(table, Arrays.asList(sorts), List.of(), List.of(), false);
    }

    public ListedTable filteredBy(ListField... fields) {
        return new ListedTable(table, sorts, Arrays.asList(fields), searched, isCheckpointed);
    }

    public ListedTable searchedBy(ListField... fields) {
        return new ListedTable(table, sorts, filters, Arrays.asList(fields), isCheckpointed);
    }

    public ListedTable checkpointed() {
        return new ListedTable(table, sorts, filters, searched, true);
    }

    /// The list, its rows read by `mapper`.
    public <T> Listing<T> read(RowMapper<T> mapper) {
        return new StoredListing<>(this, new ListStore(), mapper);
    }

    public Optional<ListField> filter(String name) {
        return filters.stream().filter(field -> field.name().equals(name)).findFirst();
    }

    public Optional<ListSort> sort(String name) {
        return sorts.stream().filter(sort -> sort.name().equals(name)).findFirst();
    }

    /// The order that a question asks for.
    Ordering ordering(Optional<ListQuery.Order> order) {
        return order.map(wanted -> new Ordering(
                        sort(wanted.field())
                                .orElseThrow(() -> new IllegalArgumentException("no order: " + wanted.field())),
                        wanted.isDescending()))
                .orElseGet(() -> new Ordering(sorts.getFirst(), true));
    }

    /// A column and a direction; ties are ordered by id in the same direction.
    record Ordering(ListSort sort, boolean isDescending) {

        boolean isByCreation() {
            return sort.equals(ListSort.CREATED_AT);
        }

        String orderBy() {
            String direction = isDescending ? " DESC" : "";
            return sort.column() + direction + ", id" + direction;
        }

        /// Of rows that come after a place in this order.
        String after(String key, String id) {
            return "(" + sort.column() + ", id) " + (isDescending ? "<" : ">") + " (" + key + ", " + id + ")";
        }
    }
}
