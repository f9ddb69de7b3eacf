package dev.offramp.lists;

import dev.offramp.db.Transaction;
import dev.offramp.tenancy.Tenant;
import java.util.List;
import java.util.Optional;

/// A list of each tenant, to be asked in parts.
public interface Listing<T> {

    /// What may be asked.
    ListedTable table();

    /// One page and how many match in all.
    ///
    /// @param tx of one moment ([Database#view][dev.offramp.db.Database#view]), or page and total may be of two
    Part<T> page(Transaction tx, Tenant tenant, ListQuery query);

    /// Everything that matches, whatever page was asked for, `max` at a time: for those who read it all and must not
    /// keep a transaction open as long.
    ///
    /// @param after empty for the first batch
    Batch<T> batch(Transaction tx, Tenant tenant, ListQuery query, Optional<Batch.Place> after, int max);

    /// How a tenant's items look to others.
    interface Rendering<S, T> {

        /// @return one for each, in the same order
        List<T> all(Transaction tx, Tenant tenant, List<S> items);
    }

    /// The same list, seen otherwise.
    default <U> Listing<U> seenAs(Rendering<T, U> rendering) {
        return new SeenListing<>(this, rendering);
    }
}
