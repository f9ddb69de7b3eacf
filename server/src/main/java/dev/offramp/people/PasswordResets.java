package dev.offramp.people;

import dev.offramp.db.Transaction;
import dev.offramp.secrets.Purpose;
import java.time.Duration;
import java.util.Optional;

/// Links for forgotten passwords: an operator makes one and hands it over. It works once, for an hour.
public final class PasswordResets {

    private static final Duration VALID = Duration.ofHours(1);

    private final Parts parts;
    private final Passwords passwords;
    private final Sessions sessions;
    private final SecondFactors factors;
    private final InvitationStore store = new InvitationStore();
    private final PersonStore persons = new PersonStore();
    private final StepStore steps = new StepStore();

    PasswordResets(Parts parts, Passwords passwords, Sessions sessions, SecondFactors factors) {
        this.parts = parts;
        this.passwords = passwords;
        this.sessions = sessions;
        this.factors = factors;
    }

    /// Makes a link; one made before is dead.
    ///
    /// @param removesFactors whether using it also takes the second factors away, for somebody who lost them
    public Token make(Transaction tx, PersonId person, boolean removesFactors) {
        Token token = parts.token();
        store.insertReset(
                tx,
                new InvitationStore.Reset(person, removesFactors),
                parts.hash(Purpose.PASSWORD_RESET, token),
                parts.now().plus(VALID));
        return token;
    }

    /// Whose password a link may set; empty when it works no more.
    public Optional<Person> find(Transaction tx, Token token) {
        return store.findReset(tx, parts.hash(Purpose.PASSWORD_RESET, token), parts.now())
                .flatMap(reset -> persons.find(tx, reset.person()));
    }

    /// What came of using a link.
    public sealed interface Outcome {

        /// The password is set. Every session of the person is over; now sign in, with the second factor too.
        record Done(PersonId person) implements Outcome {}

        /// The link was used, was replaced, ran out or never was.
        record NoLink() implements Outcome {}

        /// The password is not taken; the link still works.
        record Unfit(PasswordProblem problem) implements Outcome {}

        /// Too many hashes are being computed: try again in a moment.
        record Busy() implements Outcome {}
    }

    /// Sets the password of whom the link is for.
    public Outcome use(Token token, Password wanted, Witness<Outcome> witness) {
        Optional<Person> person = parts.db().transact(tx -> find(tx, token));
        if (person.isEmpty()) {
            return new Outcome.NoLink();
        }
        return switch (passwords.prepare(wanted, person.get().email(), Passwords.Whose.STRANGER)) {
            case NewPassword.Unfit(PasswordProblem problem) -> new Outcome.Unfit(problem);
            case NewPassword.Busy _ -> new Outcome.Busy();
            case NewPassword.Prepared prepared ->
                parts.db().transact(tx -> {
                    Outcome outcome = set(tx, token, prepared);
                    witness.hear(tx, outcome);
                    return outcome;
                });
        };
    }

    private Outcome set(Transaction tx, Token token, NewPassword.Prepared prepared) {
        byte[] hash = parts.hash(Purpose.PASSWORD_RESET, token);
        Optional<InvitationStore.Reset> reset = store.findReset(tx, hash, parts.now());
        if (reset.isEmpty() || persons.lock(tx, reset.get().person()).isEmpty()) {
            return new Outcome.NoLink();
        }
        if (!store.takeReset(tx, hash, parts.now())) {
            return new Outcome.NoLink();
        }
        PersonId person = reset.get().person();
        persons.setPassword(tx, person, prepared.hash());
        if (reset.get().removesFactors()) {
            factors.removeAll(tx, person);
        }
        steps.deleteAll(tx, person);
        sessions.revokeAll(tx, person);
        return new Outcome.Done(person);
    }

    /// @return whether there may be more
    boolean expire(Transaction tx, int most) {
        return store.expireResets(tx, parts.now(), most) == most;
    }
}
