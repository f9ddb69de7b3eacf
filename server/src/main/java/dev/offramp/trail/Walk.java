package dev.offramp.trail;

import dev.offramp.db.Transaction;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// One way along the trail, from the first entry to the head.
final class Walk {

    private final TrailStore store = new TrailStore();
    private final Chain chain;
    private final Optional<Head> noted;
    private TrailStore.Sealed end = new TrailStore.Sealed(0, new byte[32]);

    Walk(Chain chain, Optional<Head> noted) {
        this.chain = chain;
        this.noted = noted;
    }

    /// Reads what comes next, with the head of the same moment.
    Stretch read(Transaction tx) {
        return new Stretch(store.following(tx, end.number(), Trail.BATCH), store.head(tx));
    }

    /// Some entries in order, and the head.
    record Stretch(List<TrailStore.Hashed> entries, TrailStore.Sealed head) {

        boolean isLast() {
            return entries.size() < Trail.BATCH;
        }
    }

    /// @return empty when more follows
    Optional<Verdict> go(Stretch stretch) {
        for (TrailStore.Hashed entry : stretch.entries()) {
            Optional<Verdict> fault = pass(entry);
            if (fault.isPresent()) {
                return fault;
            }
        }
        return stretch.isLast() ? Optional.of(arrive(stretch.head())) : Optional.empty();
    }

    private Optional<Verdict> pass(TrailStore.Hashed entry) {
        long number = end.number() + 1;
        if (entry.row().number() != number) {
            return broken(number, Verdict.Fault.MISSING);
        }
        if (!Arrays.equals(entry.hash(), chain.hash(end.seal(), entry.row()))) {
            return broken(number, Verdict.Fault.ALTERED);
        }
        end = new TrailStore.Sealed(number, chain.seal(number, entry.hash()));
        return noted.filter(head -> head.number() == number && !head.equals(shown(end)))
                .flatMap(_ -> broken(number, Verdict.Fault.NOT_AS_NOTED));
    }

    private static Optional<Verdict> broken(long number, Verdict.Fault fault) {
        return Optional.of(new Verdict.Broken(number, fault));
    }

    private Verdict arrive(TrailStore.Sealed head) {
        if (end.number() < head.number()) {
            return new Verdict.Broken(end.number() + 1, Verdict.Fault.CUT_OFF);
        }
        if (end.number() > head.number()) {
            return new Verdict.Broken(head.number() + 1, Verdict.Fault.BEYOND_HEAD);
        }
        if (!Arrays.equals(end.seal(), head.seal())) {
            return new Verdict.Broken(head.number(), Verdict.Fault.HEAD_ALTERED);
        }
        return noted.filter(one -> one.number() > head.number())
                .<Verdict>map(one -> new Verdict.Broken(one.number(), Verdict.Fault.NOT_AS_NOTED))
                .orElseGet(() -> new Verdict.Whole(shown(end)));
    }

    static Head shown(TrailStore.Sealed end) {
        return new Head(end.number(), HexFormat.of().formatHex(end.seal()).substring(0, Head.DIGITS));
    }
}
