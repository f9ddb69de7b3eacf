package dev.offramp.lists;

import dev.offramp.db.Transaction;
import dev.offramp.tenancy.Tenant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.mapper.RowMapper;

/// A list as it lies in its table.
record StoredListing<T>(ListedTable table, ListStore store, RowMapper<T> mapper) implements Listing<T> {

    @Override
    public Part<T> page(Transaction tx, Tenant tenant, ListQuery query) {
        store.planEachTime(tx);
        Restriction all = Restriction.of(table, tenant, query);
        return table.isCheckpointed() && query.isUnrestricted()
                ? counted(tx, tenant, query, all)
                : new Part<>(items(tx, query, all, query.skip()), matching(tx, tenant, query, all));
    }

    /// How many match. What most rows have is counted by those that have it not.
    private long matching(Transaction tx, Tenant tenant, ListQuery query, Restriction all) {
        List<Restriction> rest = table.isCheckpointed() ? Restriction.rest(table, tenant, query) : List.of();
        Optional<CheckpointStore.Counted> counted =
                rest.isEmpty() ? Optional.empty() : store.checkpoints().read(tx, table, tenant);
        return counted.filter(rows -> store.expected(tx, table, all) > rows.total() / 2)
                .map(rows -> rows.total()
                        - rest.stream()
                                .mapToLong(part -> store.count(tx, table, part))
                                .sum())
                .orElseGet(() -> store.count(tx, table, all));
    }

    /// Counting and far pages begin at the checkpoint.
    private Part<T> counted(Transaction tx, Tenant tenant, ListQuery query, Restriction all) {
        Optional<CheckpointStore.Counted> counted = store.checkpoints().read(tx, table, tenant);
        if (counted.isEmpty()) {
            return new Part<>(items(tx, query, all, query.skip()), store.count(tx, table, all));
        }
        long total = counted.get().total();
        ListedTable.Ordering ordering = table.ordering(query.order());
        if (query.skip() >= total) {
            return new Part<>(List.of(), total);
        }
        Restriction nearer = all;
        long skip = query.skip();
        if (ordering.isByCreation() && skip > CheckpointStore.ROWS_PER_MARK) {
            Optional<CheckpointStore.Start> start =
                    store.checkpoints().start(tx, table, tenant, counted.get(), ordering.isDescending(), skip);
            nearer = start.map(mark -> all.from(mark, ordering)).orElse(all);
            skip = start.map(CheckpointStore.Start::skip).orElse(skip);
        }
        return new Part<>(items(tx, query, nearer, skip), total);
    }

    private List<T> items(Transaction tx, ListQuery query, Restriction all, long skip) {
        return store.page(tx, table, all, table.ordering(query.order()), skip, query.size(), mapper);
    }

    @Override
    public Batch<T> batch(Transaction tx, Tenant tenant, ListQuery query, Optional<Batch.Place> after, int max) {
        store.planEachTime(tx);
        ListedTable.Ordering ordering = table.ordering(query.order());
        Restriction all = Restriction.of(table, tenant, query);
        Restriction left = after.map(place -> all.after(place, ordering)).orElse(all);
        return store.batch(tx, table, left, ordering, max, mapper);
    }
}
