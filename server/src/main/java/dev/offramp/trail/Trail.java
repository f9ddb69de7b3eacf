package dev.offramp.trail;

import dev.offramp.db.Database;
import dev.offramp.db.Transaction;
import dev.offramp.secrets.ServerKey;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The audit log: appends entries, shows them, and finds out whether they are still what was appended.
public final class Trail {

    static final int BATCH = 1_000;

    private static final Logger LOG = LoggerFactory.getLogger(Trail.class);

    private final Database db;
    private final Chain chain;
    private final InstantSource clock;
    private final TrailStore store = new TrailStore();
    private final AtomicReference<Optional<Head>> logged = new AtomicReference<>(Optional.empty());

    private Trail(Database db, ServerKey key, InstantSource clock) {
        this.db = db;
        this.chain = new Chain(key);
        this.clock = clock;
    }

    public static Trail create(Database db, ServerKey key, InstantSource clock) {
        return new Trail(db, key, clock);
    }

    /// Appends an entry in the transaction of what it tells of. To be done last: all others who record wait from here
    /// until the commit.
    public void record(Transaction tx, NewEntry entry) {
        TrailStore.Locked locked = store.lockHead(tx);
        long number = locked.head().number() + 1;
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Row row = Row.of(number, now, entry, locked.requestId());
        byte[] hash = chain.hash(locked.head().seal(), row);
        store.append(tx, new TrailStore.Hashed(row, hash), chain.seal(number, hash));
    }

    /// Newest first.
    ///
    /// @param before the number before which to begin ([Entries#next]); empty for the newest
    public Entries list(Transaction tx, TrailQuery query, OptionalLong before, int max) {
        List<Entry> entries = store.list(tx, query, before.orElse(Long.MAX_VALUE), max);
        return new Entries(
                entries,
                entries.size() < max
                        ? OptionalLong.empty()
                        : OptionalLong.of(entries.getLast().number()));
    }

    /// Those after a number, in order, for whoever follows the trail: no entry ever appears below one that was there.
    public List<Entry> after(Transaction tx, long number, int max) {
        return store.following(tx, number, max).stream()
                .map(hashed -> hashed.row().entry())
                .toList();
    }

    /// Hands out all that match, newest first, however many they are; no transaction is open meanwhile.
    public void read(TrailQuery query, Consumer<Entry> each) {
        OptionalLong before = OptionalLong.of(Long.MAX_VALUE);
        while (before.isPresent()) {
            OptionalLong from = before;
            Entries entries = db.transact(tx -> list(tx, query, from, BATCH));
            entries.entries().forEach(each);
            before = entries.next();
        }
    }

    /// Where the trail ends now: to be shown to people, who may note it.
    public Head head(Transaction tx) {
        return Walk.shown(store.head(tx));
    }

    /// Writes the head to the log if it has moved since the last time: the log lies elsewhere than the database, and
    /// tells later whether the trail was set back.
    public void logHead() {
        Head head = db.transact(this::head);
        if (!logged.getAndSet(Optional.of(head)).equals(Optional.of(head)) && head.number() > 0) {
            LOG.info("the audit log ends with {}", head);
        }
    }

    /// Holds every entry against its hash, the entry before it and the head.
    ///
    /// @param noted a head that was shown earlier, which must still be part of the trail
    public Verdict verify(Optional<Head> noted) {
        Walk walk = new Walk(chain, noted);
        Optional<Verdict> verdict = Optional.empty();
        while (verdict.isEmpty()) {
            verdict = walk.go(db.view(walk::read));
        }
        return verdict.get();
    }
}
