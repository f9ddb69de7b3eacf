package dev.offramp.facts;

import dev.offramp.db.Transaction;
import java.util.Map;

/// How far facts are behind what was committed, for those who look after the installation. Nothing is decided by it.
///
/// @param unnumbered facts that are written and not numbered yet, counted up to [#COUNTED_MAX]
/// @param behind by the name of each reader, how many numbered facts it has not passed yet, wanted by it or not
public record FactLag(long unnumbered, Map<String, Long> behind) {

    /// Where so many wait, how many more no longer matters.
    public static final int COUNTED_MAX = 10_000;

    private static final FactLagStore STORE = new FactLagStore();

    public FactLag {
        behind = Map.copyOf(behind);
    }

    public static FactLag read(Transaction tx) {
        return new FactLag(STORE.unnumbered(tx, COUNTED_MAX), STORE.behind(tx));
    }
}
