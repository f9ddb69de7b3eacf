package dev.offramp.dashboard.part;

import dev.offramp.dashboard.Query;
import dev.offramp.dashboard.Visit;
import dev.offramp.lists.ListField;
import dev.offramp.lists.ListQuery;
import dev.offramp.lists.Listing;
import dev.offramp.lists.Part;
import java.util.List;
import java.util.Optional;

/// One page of a list of the business, as its address asks for it: `page`, `search`, and filters by their names. What
/// the list does not know is left aside.
public record Listed<T>(List<T> items, Pager pager) {

    public static final int SIZE = 25;

    /// @param path of the list, without its query
    /// @param filters by which it can be narrowed here
    public static <T> Listed<T> of(Visit visit, Listing<T> listing, String path, List<String> filters) {
        ListQuery query = query(visit.query(), listing, filters);
        Part<T> part = visit.view(tx -> listing.page(tx, visit.tenant(), query));
        return new Listed<>(part.items(), new Pager(path, visit.query(), SIZE, part.total()));
    }

    private static ListQuery query(Query asked, Listing<?> listing, List<String> filters) {
        List<ListQuery.Filter> wanted = filters.stream()
                .flatMap(name -> filter(asked, listing, name).stream())
                .toList();
        return new ListQuery(
                asked.page(),
                SIZE,
                Optional.empty(),
                wanted,
                text(asked, "search"),
                Optional.empty(),
                Optional.empty());
    }

    private static Optional<ListQuery.Filter> filter(Query asked, Listing<?> listing, String name) {
        Optional<ListField> field = listing.table().filter(name);
        return text(asked, name)
                .filter(value -> field.filter(known -> known.accepts(value)).isPresent())
                .map(value -> new ListQuery.Filter(name, value));
    }

    private static Optional<String> text(Query asked, String name) {
        return asked.text(name).filter(value -> value.chars().noneMatch(Character::isISOControl));
    }
}
