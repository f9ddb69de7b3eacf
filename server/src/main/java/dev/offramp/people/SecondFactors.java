package dev.offramp.people;

import dev.offramp.db.Transaction;
import dev.offramp.secrets.Purpose;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// Authenticator apps and recovery codes. Passkeys are [Passkeys]'.
public final class SecondFactors {

    private static final String ISSUER = "Offramp";
    private static final int RECOVERY_CODES = 10;
    private static final int GROUP = 5;
    /// Without I, L, O and U, which people misread. Ten of them are 50 bits.
    private static final String READABLE = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private final Parts parts;
    private final Sessions sessions;
    private final FactorStore store = new FactorStore();
    private final PersonStore persons = new PersonStore();
    private final PasskeyStore passkeys = new PasskeyStore();

    SecondFactors(Parts parts, Sessions sessions) {
        this.parts = parts;
        this.sessions = sessions;
    }

    /// What somebody has enrolled. Recovery codes are there only beside another.
    public Set<Factor> enrolled(Transaction tx, PersonId person) {
        Set<Factor> factors = EnumSet.noneOf(Factor.class);
        if (store.secret(tx, person, true).isPresent()) {
            factors.add(Factor.TOTP);
        }
        if (passkeys.count(tx, person) > 0) {
            factors.add(Factor.PASSKEY);
        }
        if (store.countCodes(tx, person) > 0) {
            factors.add(Factor.RECOVERY_CODE);
        }
        return factors;
    }

    /// How many recovery codes are left.
    public int recoveryCodesLeft(Transaction tx, PersonId person) {
        return store.countCodes(tx, person);
    }

    /// Makes a secret for an authenticator app. It takes the place of one that waits for its first code; one that
    /// counts goes on counting until this one is confirmed. Empty when the sign-in is too long ago.
    public Optional<TotpOffer> offerTotp(Transaction tx, Session session) {
        if (!session.isFresh(parts.now())) {
            return Optional.empty();
        }
        byte[] secret = parts.randomBytes(Totp.SECRET_BYTES);
        store.offer(tx, session.person(), parts.key().seal(Purpose.TOTP_SECRET, secret, parts.random()));
        return Optional.of(offer(tx, session, secret));
    }

    /// What was offered and waits for its first code, to be shown again after a wrong one.
    public Optional<TotpOffer> offeredTotp(Transaction tx, Session session) {
        return session.isFresh(parts.now())
                ? store.secret(tx, session.person(), false)
                        .map(sealed -> offer(tx, session, parts.key().open(Purpose.TOTP_SECRET, sealed)))
                : Optional.empty();
    }

    private TotpOffer offer(Transaction tx, Session session, byte[] secret) {
        Email email = persons.find(tx, session.person()).orElseThrow().email();
        String text = Base32.of(secret);
        return new TotpOffer(text, uri(email, text));
    }

    /// Enrols the app that was offered, by a code of it.
    public FactorChange confirmTotp(Transaction tx, Session session, String code) {
        if (!session.isFresh(parts.now())) {
            return new FactorChange.NotFresh();
        }
        Optional<byte[]> sealed = store.secret(tx, session.person(), false);
        if (sealed.isEmpty()) {
            return new FactorChange.Over();
        }
        OptionalLong step = Totp.step(parts.key().open(Purpose.TOTP_SECRET, sealed.get()), plain(code), parts.now());
        if (step.isEmpty()) {
            return new FactorChange.NotAccepted();
        }
        store.confirm(tx, session.person(), step.getAsLong());
        return enrolled(tx, session);
    }

    /// What follows on any factor: recovery codes if there are none, no other session, a new token for this one.
    FactorChange enrolled(Transaction tx, Session session) {
        Optional<Sessions.Opened> renewed = sessions.renew(tx, session.id());
        if (renewed.isEmpty()) {
            return new FactorChange.NotFresh();
        }
        sessions.revokeOthers(tx, session);
        List<RecoveryCode> codes =
                store.countCodes(tx, session.person()) == 0 ? makeCodes(tx, session.person()) : List.of();
        return new FactorChange.Enrolled(renewed.get().token(), codes);
    }

    /// Takes the authenticator app away.
    public FactorChange removeTotp(Transaction tx, Session session) {
        if (!session.isFresh(parts.now())) {
            return new FactorChange.NotFresh();
        }
        if (!store.delete(tx, session.person())) {
            return new FactorChange.Over();
        }
        removed(tx, session.person());
        return new FactorChange.Removed();
    }

    /// Recovery codes stand in for a factor; without any they would be one.
    void removed(Transaction tx, PersonId person) {
        boolean hasFactor = store.secret(tx, person, true).isPresent() || passkeys.count(tx, person) > 0;
        if (!hasFactor) {
            store.deleteCodes(tx, person);
        }
    }

    /// Takes all factors away, for somebody who lost them.
    void removeAll(Transaction tx, PersonId person) {
        store.delete(tx, person);
        passkeys.deleteAll(tx, person);
        store.deleteCodes(tx, person);
    }

    /// Ten new recovery codes in the place of what was left of the old ones.
    public FactorChange newRecoveryCodes(Transaction tx, Session session) {
        if (!session.isFresh(parts.now())) {
            return new FactorChange.NotFresh();
        }
        boolean hasFactor =
                store.secret(tx, session.person(), true).isPresent() || passkeys.count(tx, session.person()) > 0;
        return hasFactor ? new FactorChange.NewCodes(makeCodes(tx, session.person())) : new FactorChange.Over();
    }

    private List<RecoveryCode> makeCodes(Transaction tx, PersonId person) {
        store.deleteCodes(tx, person);
        List<RecoveryCode> codes = new ArrayList<>();
        for (int i = 0; i < RECOVERY_CODES; i++) {
            codes.add(new RecoveryCode(group() + "-" + group()));
        }
        store.insertCodes(
                tx,
                person,
                codes.stream().map(code -> hash(person, code.text())).toList());
        return codes;
    }

    private String group() {
        StringBuilder group = new StringBuilder();
        for (int i = 0; i < GROUP; i++) {
            group.append(READABLE.charAt(parts.random().nextInt(READABLE.length())));
        }
        return group.toString();
    }

    /// Uses up a code of the app. Whether it was right and unused.
    boolean useTotp(Transaction tx, PersonId person, String code) {
        Optional<byte[]> sealed = store.secret(tx, person, true);
        if (sealed.isEmpty()) {
            return false;
        }
        OptionalLong step = Totp.step(parts.key().open(Purpose.TOTP_SECRET, sealed.get()), plain(code), parts.now());
        return step.isPresent() && store.use(tx, person, step.getAsLong());
    }

    /// Uses up a recovery code. Whether it was right and unused.
    boolean useRecoveryCode(Transaction tx, PersonId person, String code) {
        return store.useCode(tx, person, hash(person, code));
    }

    /// The person is part of what is hashed. Case, blanks and dashes do not count.
    private byte[] hash(PersonId person, String code) {
        String plain = plain(code).toUpperCase(Locale.ROOT);
        return parts.key().hash(Purpose.RECOVERY_CODE, person + ":" + plain);
    }

    private static String plain(String code) {
        return code.replaceAll("[\\s-]", "");
    }

    private static String uri(Email email, String secret) {
        return "otpauth://totp/%s:%s?secret=%s&issuer=%s&algorithm=SHA1&digits=6&period=30"
                .formatted(ISSUER, URLEncoder.encode(email.text(), StandardCharsets.UTF_8), secret, ISSUER);
    }
}
