package dev.offramp.people;

import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.RegistrationData;
import dev.offramp.db.Transaction;
import dev.offramp.people.PasskeyStore.Challenge;
import dev.offramp.people.PasskeyStore.Key;
import dev.offramp.secrets.Purpose;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Passkeys: making them, and the challenges they sign. Signing in with them is [SignIns]'.
public final class Passkeys {

    private static final Duration CHALLENGE = Duration.ofMinutes(5);
    private static final int CHALLENGE_BYTES = 32;

    private final Parts parts;
    private final PasskeySite site;
    private final Optional<WebAuthn> webAuthn;
    private final Sessions sessions;
    private final SecondFactors factors;
    private final Throttle throttle;
    private final PasskeyStore store = new PasskeyStore();
    private final PersonStore persons = new PersonStore();
    private final StepStore steps = new StepStore();

    /// What a challenge is for; an answer to it is good for nothing else.
    ///
    /// @param boundTo which session or step; empty for a sign-in
    record Use(Kind kind, String boundTo) {

        enum Kind {
            ENROL,
            SIGN_IN,
            STEP,
            CONFIRM;

            String code() {
                return name().toLowerCase(Locale.ROOT).replace('_', '-');
            }
        }

        static Use enrol(Session session) {
            return new Use(Kind.ENROL, session.id().toString());
        }

        static Use signIn() {
            return new Use(Kind.SIGN_IN, "");
        }

        static Use step(byte[] stepHash) {
            return new Use(Kind.STEP, HexFormat.of().formatHex(stepHash));
        }

        static Use confirm(Session session) {
            return new Use(Kind.CONFIRM, session.id().toString());
        }

        /// Where the passkey is all there is, it must have asked for a finger, a face or a PIN: that is the second
        /// factor.
        boolean verifiesUser() {
            return kind == Kind.SIGN_IN || kind == Kind.CONFIRM;
        }
    }

    /// What an answer to a challenge proves.
    sealed interface Proof {

        record Of(PersonId person) implements Proof {}

        record Refused() implements Proof {}

        /// The challenge ran out, was used, or was for something else.
        record Over() implements Proof {}
    }

    Passkeys(Parts parts, PasskeySite site, Sessions sessions, SecondFactors factors, Throttle throttle) {
        this.parts = parts;
        this.site = site;
        this.webAuthn = site instanceof PasskeySite.Available available
                ? Optional.of(new WebAuthn(available))
                : Optional.empty();
        this.sessions = sessions;
        this.factors = factors;
        this.throttle = throttle;
    }

    /// Whether there can be passkeys here, and for which host.
    public PasskeySite site() {
        return site;
    }

    /// A person's passkeys, oldest first.
    public List<Passkey> list(Transaction tx, PersonId person) {
        return store.list(tx, person);
    }

    /// Options to make a passkey with.
    public PasskeyOptions enrolOptions(Transaction tx, Session session) {
        if (!session.isFresh(parts.now())) {
            return new PasskeyOptions.Over();
        }
        Person person = persons.find(tx, session.person()).orElseThrow();
        List<Key> known = store.keys(tx, person.id());
        return offer(tx, Use.enrol(session), (web, challenge) -> web.creation(person, challenge, known));
    }

    /// Enrols the passkey that the authenticator made.
    ///
    /// @param name the owner's, 1 to 100 characters; others are replaced by `Passkey`
    public FactorChange enrol(Transaction tx, Session session, String name, String answerJson) {
        if (!session.isFresh(parts.now())) {
            return new FactorChange.NotFresh();
        }
        Optional<WebAuthn.Answer<RegistrationData>> answer = webAuthn.flatMap(web -> web.readCreation(answerJson));
        if (answer.isEmpty()) {
            return new FactorChange.NotAccepted();
        }
        if (!takes(tx, answer.get().challenge(), Use.enrol(session))) {
            return new FactorChange.Over();
        }
        boolean isNew = webAuthn.flatMap(web -> web.verifyCreation(answer.get()))
                .filter(made -> store.insert(tx, key(session.person(), made), fit(name), parts.now()))
                .isPresent();
        return isNew ? factors.enrolled(tx, session) : new FactorChange.NotAccepted();
    }

    private Key key(PersonId person, WebAuthn.Made made) {
        return new Key(
                new PasskeyId(parts.ids().next()),
                person,
                made.credentialId(),
                made.publicKey(),
                made.signatures(),
                made.isSyncable(),
                made.isSynced(),
                made.transports());
    }

    private static String fit(String name) {
        return Person.isName(name.strip()) ? name.strip() : "Passkey";
    }

    /// @return whether there is such a passkey and the name fits
    public boolean rename(Transaction tx, PersonId person, PasskeyId id, String name) {
        return Person.isName(name) && store.rename(tx, person, id, name);
    }

    /// Takes a passkey away.
    public FactorChange remove(Transaction tx, Session session, PasskeyId id) {
        if (!session.isFresh(parts.now())) {
            return new FactorChange.NotFresh();
        }
        if (!store.delete(tx, session.person(), id)) {
            return new FactorChange.Over();
        }
        factors.removed(tx, session.person());
        return new FactorChange.Removed();
    }

    /// Options to sign in with whatever passkey the authenticator has for this site. Anybody may ask.
    public PasskeyOptions signInOptions(Browser browser) {
        return parts.db()
                .transact(tx -> throttle.take(tx, List.of(Budget.challenges(browser, sessions.knows(tx, browser))))
                        .<PasskeyOptions>map(PasskeyOptions.TooMany::new)
                        .orElseGet(() ->
                                offer(tx, Use.signIn(), (web, challenge) -> web.request(challenge, List.of(), true))));
    }

    /// Options for the second step with a passkey.
    public PasskeyOptions stepOptions(Token step) {
        byte[] hash = parts.hash(Purpose.SIGN_IN_STEP, step);
        return parts.db()
                .transact(tx -> steps.find(tx, hash, parts.now(), SignIns.STEP_TRIES)
                        .map(found -> request(tx, Use.step(hash), found.person()))
                        .orElseGet(PasskeyOptions.Over::new));
    }

    /// Options to confirm a session with a passkey.
    public PasskeyOptions confirmOptions(Session session) {
        return parts.db().transact(tx -> request(tx, Use.confirm(session), session.person()));
    }

    private PasskeyOptions request(Transaction tx, Use use, PersonId person) {
        List<Key> allowed = store.keys(tx, person);
        return allowed.isEmpty()
                ? new PasskeyOptions.Over()
                : offer(tx, use, (web, challenge) -> web.request(challenge, allowed, use.verifiesUser()));
    }

    @FunctionalInterface
    private interface Wording {
        String of(WebAuthn web, byte[] challenge);
    }

    private PasskeyOptions offer(Transaction tx, Use use, Wording wording) {
        return switch (site) {
            case PasskeySite.Unavailable(String reason) -> new PasskeyOptions.Unavailable(reason);
            case PasskeySite.Available _ -> {
                byte[] challenge = parts.randomBytes(CHALLENGE_BYTES);
                store.insertChallenge(
                        tx,
                        hash(challenge),
                        new Challenge(
                                use.kind().code(), use.boundTo(), parts.now().plus(CHALLENGE)));
                yield new PasskeyOptions.Offered(wording.of(webAuthn.orElseThrow(), challenge));
            }
        };
    }

    /// Whose passkey signed a challenge that was made for `use`. The challenge is used up whatever comes of it.
    Proof prove(Transaction tx, Use use, String answerJson) {
        return webAuthn.flatMap(web -> web.readSignature(answerJson)
                        .map(answer ->
                                takes(tx, answer.challenge(), use) ? verify(tx, web, answer, use) : new Proof.Over()))
                .orElseGet(Proof.Refused::new);
    }

    private Proof verify(Transaction tx, WebAuthn web, WebAuthn.Answer<AuthenticationData> answer, Use use) {
        Optional<Key> key = store.lock(tx, answer.content().getCredentialId());
        Optional<WebAuthn.Signed> signed = key.flatMap(one -> web.verifySignature(answer, one, use.verifiesUser()));
        if (signed.isEmpty()) {
            return new Proof.Refused();
        }
        store.used(tx, key.get().id(), signed.get().signatures(), signed.get().isSynced(), parts.now());
        return new Proof.Of(key.get().person());
    }

    private boolean takes(Transaction tx, byte[] challenge, Use use) {
        return store.takeChallenge(tx, hash(challenge))
                .filter(found -> found.use().equals(use.kind().code()))
                .filter(found -> found.boundTo().equals(use.boundTo()))
                .filter(found -> parts.now().isBefore(found.expiresAt()))
                .isPresent();
    }

    private byte[] hash(byte[] challenge) {
        return parts.key().hash(Purpose.PASSKEY_CHALLENGE, Base64.getEncoder().encodeToString(challenge));
    }

    /// @return whether there may be more
    boolean expire(Transaction tx, int most) {
        return store.expireChallenges(tx, parts.now(), most) == most;
    }
}
