package dev.offramp.people;

import dev.offramp.db.Transaction;
import dev.offramp.secrets.Purpose;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Another address for somebody who is signed in: by a link that is mailed there, where letters are sent; else at once.
/// A link works once, for an hour, for the person who asked for it; one asked for before is dead.
public final class AddressChanges {

    private static final Duration VALID = Duration.ofHours(1);

    private final Parts parts;
    private final Throttle throttle;
    private final PersonStore persons = new PersonStore();
    private final InvitationStore links = new InvitationStore();
    private final AddressChangeStore store = new AddressChangeStore();

    AddressChanges(Parts parts, Throttle throttle) {
        this.parts = parts;
        this.throttle = throttle;
    }

    /// What came of asking for a link.
    public sealed interface Asked {

        /// To be mailed to the new address.
        record Link(Token token) implements Asked {}

        /// Somebody else has the address: nothing is mailed, and whoever asked is told what they are told otherwise.
        record Taken() implements Asked {}

        /// Not now.
        record Refused(PersonChange why) implements Asked {}
    }

    /// Makes a link that gives whose session it is another address.
    public Asked ask(Transaction tx, Session session, Email email) {
        Optional<PersonChange> refusal = refusal(tx, session);
        if (refusal.isPresent()) {
            return new Asked.Refused(refusal.get());
        }
        if (persons.find(tx, email).isPresent()) {
            return new Asked.Taken();
        }
        Token token = parts.token();
        store.put(
                tx,
                session.person(),
                email,
                parts.hash(Purpose.ADDRESS_CHANGE, token),
                parts.now().plus(VALID));
        return new Asked.Link(token);
    }

    /// The address that a link would give to this person; empty when it works no more, or is somebody else's.
    public Optional<Email> find(Transaction tx, PersonId person, Token token) {
        return store.find(tx, person, parts.hash(Purpose.ADDRESS_CHANGE, token), parts.now());
    }

    /// Uses a link; empty when it works no more, or is somebody else's.
    public Optional<PersonChange> confirm(Transaction tx, PersonId person, Token token) {
        byte[] hash = parts.hash(Purpose.ADDRESS_CHANGE, token);
        return store.take(tx, person, hash, parts.now()).map(email -> set(tx, person, email));
    }

    /// Changes the address at once, where nothing can be mailed. The answer tells whether it is taken, so there are few
    /// tries.
    public PersonChange change(Transaction tx, Session session, Email email) {
        return refusal(tx, session).orElseGet(() -> set(tx, session.person(), email));
    }

    private Optional<PersonChange> refusal(Transaction tx, Session session) {
        if (!session.isFresh(parts.now())) {
            return Optional.of(new PersonChange.NotFresh());
        }
        Optional<Instant> closedUntil = throttle.take(tx, List.of(Budget.addresses(session.person())));
        return closedUntil.map(PersonChange.TooMany::new);
    }

    /// A link to set a password that lies in the old mailbox is dead from now on.
    private PersonChange set(Transaction tx, PersonId person, Email email) {
        if (!persons.setEmail(tx, person, email)) {
            return new PersonChange.EmailTaken();
        }
        links.deleteReset(tx, person);
        store.delete(tx, person);
        return new PersonChange.Changed();
    }

    /// @return whether there may be more
    boolean expire(Transaction tx, int most) {
        return store.expire(tx, parts.now(), most) == most;
    }
}
