package dev.offramp.people;

import dev.offramp.db.Transaction;
import dev.offramp.secrets.Purpose;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Browsers that are signed in, and devices that were.
public final class Sessions {

    private static final Duration IDLE_MAX = Duration.ofHours(12);
    private static final Duration AGE_MAX = Duration.ofDays(7);
    private static final Duration FRESH = Duration.ofMinutes(10);
    private static final Duration SEEN_EVERY = Duration.ofMinutes(1);
    private static final Duration DEVICE_IDLE_MAX = Duration.ofDays(180);

    private final Parts parts;
    private final SessionStore store = new SessionStore();

    /// A session at the moment its token is known.
    record Opened(Session session, Token token) {}

    Sessions(Parts parts) {
        this.parts = parts;
    }

    /// Whose session a token opens; empty when it opens none, any more or ever. Writes that it was seen, at most once a
    /// minute.
    public Optional<Presence> find(Token token) {
        byte[] hash = parts.hash(Purpose.SESSION, token);
        Instant now = parts.now();
        return parts.db().transact(tx -> {
            Optional<Presence> found = store.find(tx, hash, horizon(now));
            found.map(Presence::session)
                    .filter(session -> !session.lastSeenAt().isAfter(now.minus(SEEN_EVERY)))
                    .ifPresent(session -> {
                        tx.mayBeLost();
                        store.seen(tx, session.id(), now, now.minus(SEEN_EVERY));
                    });
            return found;
        });
    }

    /// The same without a note that it was seen: a page that asks by itself is nobody at the keyboard.
    public Optional<Presence> watch(Token token) {
        return parts.db().view(tx -> store.find(tx, parts.hash(Purpose.SESSION, token), horizon(parts.now())));
    }

    /// A person's open sessions, the one seen last first.
    public List<Session> list(Transaction tx, PersonId person) {
        return store.list(tx, person, horizon(parts.now()));
    }

    /// Ends one session of a person: signs out, or takes it away from another browser.
    ///
    /// @return whether there was such a session
    public boolean revoke(Transaction tx, PersonId person, SessionId id) {
        return store.delete(tx, person, id);
    }

    /// Ends all sessions of the same person but this one, and forgets their devices.
    ///
    /// @return how many
    public int revokeOthers(Transaction tx, Session kept) {
        store.deleteDevices(tx, kept.person());
        return store.deleteOthers(tx, kept.person(), kept.id());
    }

    /// Ends all sessions of a person, and forgets their devices.
    ///
    /// @return how many
    public int revokeAll(Transaction tx, PersonId person) {
        store.deleteDevices(tx, person);
        return store.deleteAll(tx, person);
    }

    Opened open(Transaction tx, PersonId person, Browser browser) {
        Token token = parts.token();
        Instant now = parts.now();
        Session session = new Session(
                new SessionId(parts.ids().next()),
                person,
                now,
                now,
                now.plus(FRESH),
                browser.address().getHostAddress(),
                browser.userAgent());
        store.insert(tx, session, parts.hash(Purpose.SESSION, token));
        return new Opened(session, token);
    }

    /// The same session under a new token, fresh again; empty when it is over.
    Optional<Opened> confirm(Transaction tx, SessionId id) {
        return renew(tx, id, parts.now().plus(FRESH));
    }

    /// The same session under a new token, as fresh as it was; empty when it is over.
    Optional<Opened> renew(Transaction tx, SessionId id) {
        return renew(tx, id, Instant.EPOCH);
    }

    private Optional<Opened> renew(Transaction tx, SessionId id, Instant freshUntil) {
        Token token = parts.token();
        return store.renew(tx, id, parts.hash(Purpose.SESSION, token), freshUntil)
                .map(session -> new Opened(session, token));
    }

    /// Remembers the browser under a new token, in the place of the one it showed.
    Token remember(Transaction tx, PersonId person, Browser browser) {
        browser.device().ifPresent(shown -> store.deleteDevice(tx, person, parts.hash(Purpose.DEVICE, shown)));
        Token token = parts.token();
        store.insertDevice(tx, person, parts.hash(Purpose.DEVICE, token), parts.now());
        return token;
    }

    /// Whether the person signed in with this browser before. Asks the database whatever there is to ask.
    boolean knows(Transaction tx, Optional<PersonId> person, Browser browser) {
        byte[] hash = parts.hash(Purpose.DEVICE, browser.device().orElse(new Token("")));
        Instant usedAfter = parts.now().minus(DEVICE_IDLE_MAX);
        return store.knowsDevice(tx, person.map(PersonId::toString).orElse(""), hash, usedAfter);
    }

    /// Whether the person signed in before, with other browsers and never with this one.
    boolean knowsOthersThan(Transaction tx, PersonId person, Browser browser) {
        return !knows(tx, Optional.of(person), browser) && store.hasDevices(tx, person);
    }

    /// Whether anybody signed in with this browser before.
    boolean knows(Transaction tx, Browser browser) {
        Instant usedAfter = parts.now().minus(DEVICE_IDLE_MAX);
        return browser.device()
                .filter(shown -> store.knowsDevice(tx, parts.hash(Purpose.DEVICE, shown), usedAfter))
                .isPresent();
    }

    /// Removes what is over.
    ///
    /// @return whether there may be more
    boolean expire(Transaction tx, int most) {
        Instant now = parts.now();
        int sessions = store.expire(tx, horizon(now), most);
        int devices = store.expireDevices(tx, now.minus(DEVICE_IDLE_MAX), most);
        return sessions == most || devices == most;
    }

    private static SessionStore.Horizon horizon(Instant now) {
        return new SessionStore.Horizon(now.minus(IDLE_MAX), now.minus(AGE_MAX));
    }
}
