package dev.offramp.facts;

import dev.offramp.db.Database;
import dev.offramp.db.ObjectId;
import dev.offramp.db.ObjectIds;
import dev.offramp.db.Transaction;
import dev.offramp.secrets.ClearColumn;
import dev.offramp.secrets.Purpose;
import dev.offramp.secrets.ServerKey;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/// Writes facts, numbers them, and lets named readers follow them.
public final class Facts {

    private final Database db;
    private final FactStore store;
    private final Snapshots snapshots = new Snapshots();
    private final ObjectIds ids;

    private Facts(Database db, ObjectIds ids, FactStore store) {
        this.db = db;
        this.ids = ids;
        this.store = store;
    }

    public static Facts create(Database db, ObjectIds ids, ServerKey key) {
        return new Facts(db, ids, new FactStore(key));
    }

    /// Where an earlier version kept snapshots in the clear.
    public static List<ClearColumn> inTheClear() {
        return List.of(inTheClear("fact_inbox"), inTheClear("fact"));
    }

    private static ClearColumn inTheClear(String table) {
        return new ClearColumn(
                Purpose.FACT,
                table,
                "id",
                "convert_to(snapshot::text, 'UTF8')",
                "sealed_snapshot",
                List.of("snapshot"));
    }

    /// Writes facts in the caller's transaction; they become readable once it committed and the sequencer ran.
    public void write(Transaction tx, List<NewFact> facts) {
        if (!facts.isEmpty()) {
            store.insert(tx, facts, ids, snapshots);
        }
    }

    /// The snapshot of `fact`, which must be of that kind.
    public <B extends FactBody> B body(Fact fact, Class<B> kind) {
        if (!fact.is(kind)) {
            throw new IllegalArgumentException(fact.kind() + " is not a " + kind.getSimpleName());
        }
        return snapshots.read(fact.snapshot(), kind);
    }

    /// The last fact of a kind about a subject, of those that are numbered.
    public Optional<Fact> last(Transaction tx, ObjectId subject, Class<? extends FactBody> kind) {
        return store.lastOf(tx, subject, kind.getSimpleName());
    }

    /// All facts about these subjects that are numbered, by subject and in its order.
    public List<Fact> about(Transaction tx, Collection<ObjectId> subjects) {
        return subjects.isEmpty() ? List.of() : store.about(tx, subjects);
    }

    /// The kind of the fact right before each of these, of the same subject, by the position of the later one; a
    /// subject's first fact is left out.
    public Map<Long, String> kindsBefore(Transaction tx, List<Fact> facts) {
        return store.kindsBefore(tx, facts);
    }

    /// Has a reader that has no place yet begin with what is numbered from now on.
    public void joinNow(String reader) {
        db.run(tx -> store.joinNow(tx, reader));
    }

    /// Forgets a reader's place.
    public void leave(String reader) {
        db.run(tx -> store.leave(tx, reader));
    }

    /// Has a reader begin again with the first fact; it must undo its effects in the same transaction.
    public void rewind(Transaction tx, String reader) {
        store.moveCursor(tx, reader, 0);
    }

    /// Numbers up to `max` committed facts. One process at a time does; another finds nothing to do.
    ///
    /// @return whether there may be more to number at once
    public boolean sequence(int max) {
        return db.transact(tx -> store.sequence(tx, max)) == max;
    }

    /// Hands `reader` its next facts, at most `max` of the wanted kinds in order, and moves its cursor past them in
    /// the transaction of `effect`. One process at a time per reader.
    ///
    /// @return whether there may be more to read at once
    public boolean follow(
            String reader, Set<Class<? extends FactBody>> kinds, int max, BiConsumer<Transaction, List<Fact>> effect) {
        List<String> names = kinds.stream().map(Class::getSimpleName).sorted().toList();
        return db.transact(tx -> follow(tx, reader, names, max, effect));
    }

    private boolean follow(
            Transaction tx, String reader, List<String> kinds, int max, BiConsumer<Transaction, List<Fact>> effect) {
        var cursor = store.lockCursor(tx, reader);
        if (cursor.isEmpty()) {
            return false;
        }
        long last = store.lastPosition(tx);
        if (last <= cursor.get()) {
            return false;
        }
        List<Fact> facts = store.read(tx, cursor.get(), last, kinds, max);
        if (!facts.isEmpty()) {
            effect.accept(tx, facts);
        }
        boolean more = facts.size() == max;
        store.moveCursor(tx, reader, more ? facts.getLast().position() : last);
        return more;
    }
}
