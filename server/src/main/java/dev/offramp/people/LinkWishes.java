package dev.offramp.people;

import dev.offramp.db.Transaction;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Wishes of strangers for a letter with a link: a new password, an account. Writing one down is the same work whoever
/// has the address, so neither the answer nor its time tells; what it comes to is decided later, by whoever takes it.
public final class LinkWishes {

    private static final Duration VALID = Duration.ofHours(1);

    private final Parts parts;
    private final Throttle throttle;
    private final LinkWishStore store = new LinkWishStore();

    /// What is wished for.
    public enum What {
        PASSWORD_RESET,
        SIGN_UP
    }

    /// @param email that somebody typed, who may be anybody
    public record Wish(Email email, What what) {}

    LinkWishes(Parts parts, Throttle throttle) {
        this.parts = parts;
        this.throttle = throttle;
    }

    /// Writes a wish down. What is too much for one address is dropped without a word: the letters before it have links
    /// that work.
    ///
    /// @return until when there are too many from that source; empty when there are not
    public Optional<Instant> wish(Wish wish, Browser browser) {
        return parts.db().transact(tx -> {
            Optional<Instant> closedUntil = throttle.take(tx, List.of(Budget.letters(browser)));
            if (closedUntil.isEmpty()
                    && throttle.take(tx, List.of(Budget.lettersTo(wish.email())))
                            .isEmpty()) {
                store.insert(tx, parts.ids().next(), wish, parts.now());
            }
            return closedUntil;
        });
    }

    /// Takes the oldest wishes; they are nobody else's any more once the transaction has ended.
    public List<Wish> take(Transaction tx, int max) {
        return store.take(tx, parts.now().minus(VALID), max);
    }

    /// @return whether there may be more
    boolean expire(Transaction tx, int most) {
        return store.expire(tx, parts.now().minus(VALID), most) == most;
    }
}
