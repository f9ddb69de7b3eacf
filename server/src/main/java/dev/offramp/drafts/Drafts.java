package dev.offramp.drafts;

import dev.offramp.db.ObjectId;
import dev.offramp.db.ObjectIds;
import dev.offramp.db.Transaction;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Keeps drafts, and the keys of forms that were sent. Everything is in the caller's transaction.
public final class Drafts {

    /// For so long what is done stays, so that a form that arrives again is told what became of it.
    private static final Duration KEPT_WHEN_DONE = Duration.ofDays(1);

    private final InstantSource clock;
    private final ObjectIds ids;
    private final DraftStore store = new DraftStore();

    private Drafts(InstantSource clock, ObjectIds ids) {
        this.clock = clock;
        this.ids = ids;
    }

    public static Drafts create(InstantSource clock, ObjectIds ids) {
        return new Drafts(clock, ids);
    }

    /// Keeps a form that was sent as the owner's open draft of this kind, in place of what was typed before.
    ///
    /// @param typed the fields of the form; a text too long for any of them is cut
    public Draft keep(Transaction tx, DraftOwner owner, DraftKind kind, Map<String, String> typed) {
        Draft draft = draft(owner, kind, 0, typed);
        store.deleteDone(tx, owner, draft.updatedAt().minus(KEPT_WHEN_DONE));
        return store.keep(tx, draft);
    }

    /// Keeps what is being typed. It comes beside the form itself, and may come after it.
    ///
    /// @param turn of the draft as the page showed it; 0 where it showed none
    /// @return whether it was kept: not when the form was sent since
    public boolean keepTyped(Transaction tx, DraftOwner owner, DraftKind kind, int turn, Map<String, String> typed) {
        return store.keepTyped(tx, draft(owner, kind, turn, typed));
    }

    private Draft draft(DraftOwner owner, DraftKind kind, int turn, Map<String, String> typed) {
        Map<String, String> kept = new HashMap<>();
        typed.forEach((field, text) -> kept.put(field, cut(text)));
        return new Draft(new DraftId(ids.next()), owner, kind, turn, kept, new Draft.State.Open(), clock.instant());
    }

    private static String cut(String text) {
        String clean = text.replace("\0", "");
        int end = clean.offsetByCodePoints(0, Math.min(Draft.FIELD_MAX, clean.codePointCount(0, clean.length())));
        return clean.substring(0, end);
    }

    /// What the owner has begun and not done, the latest first.
    public List<Draft> open(Transaction tx, DraftOwner owner) {
        return store.open(tx, owner);
    }

    /// The owner's open draft of this kind.
    public Optional<Draft> open(Transaction tx, DraftOwner owner, DraftKind kind) {
        return open(tx, owner).stream().filter(draft -> draft.kind() == kind).findFirst();
    }

    /// One of the owner's drafts, open or done.
    public Optional<Draft> find(Transaction tx, DraftOwner owner, DraftId id) {
        return store.find(tx, owner, id);
    }

    /// [#find] for who is going to do it: whoever else is at it waits until this transaction ends, and then sees what
    /// became of it.
    public Optional<Draft> lock(Transaction tx, DraftOwner owner, DraftId id) {
        return store.lock(tx, owner, id);
    }

    /// Says what a draft became, in the transaction that did it and has it locked.
    ///
    /// @throws IllegalStateException when it was done before
    public void done(Transaction tx, Draft draft, String as) {
        if (!store.done(tx, draft.id(), as, clock.instant())) {
            throw new IllegalStateException("done twice: " + draft);
        }
    }

    /// Uses up the key of a form that makes something which must not be made twice: a secret, a call. Whoever else
    /// sends the same form waits until this transaction ends.
    ///
    /// @param key that the form was given when it was shown
    /// @return false when it was sent before
    public boolean spend(Transaction tx, DraftOwner owner, ObjectId key) {
        Instant now = clock.instant();
        store.forgetSpent(tx, owner, now.minus(KEPT_WHEN_DONE));
        return store.spend(tx, owner, key, now);
    }

    /// Throws an open draft away.
    ///
    /// @return whether there was one
    public boolean discard(Transaction tx, DraftOwner owner, DraftId id) {
        return store.discard(tx, owner, id);
    }
}
