package dev.offramp.lists;

import dev.offramp.db.Transaction;
import dev.offramp.tenancy.Tenant;
import java.util.Optional;

/// Another list's items, rendered.
record SeenListing<S, T>(Listing<S> seen, Listing.Rendering<S, T> rendering) implements Listing<T> {

    @Override
    public ListedTable table() {
        return seen.table();
    }

    @Override
    public Part<T> page(Transaction tx, Tenant tenant, ListQuery query) {
        Part<S> part = seen.page(tx, tenant, query);
        return new Part<>(rendering.all(tx, tenant, part.items()), part.total());
    }

    @Override
    public Batch<T> batch(Transaction tx, Tenant tenant, ListQuery query, Optional<Batch.Place> after, int max) {
        Batch<S> batch = seen.batch(tx, tenant, query, after, max);
        return new Batch<>(rendering.all(tx, tenant, batch.items()), batch.next());
    }
}
