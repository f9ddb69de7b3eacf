package dev.offramp.tenancy;

import dev.offramp.db.Database;
import dev.offramp.db.ObjectIds;
import dev.offramp.db.Transaction;
import dev.offramp.secrets.Purpose;
import dev.offramp.secrets.ServerKey;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/// App ids and their secrets.
final class Credentials {

    private final Database db;
    private final ServerKey key;
    private final ObjectIds ids;
    private final InstantSource clock;
    private final Tokens tokens;
    private final CredentialStore store = new CredentialStore();
    private final RecentCredentials recent = new RecentCredentials();
    private final Map<CredentialId, Instant> uses = new ConcurrentHashMap<>();

    Credentials(Database db, ServerKey key, ObjectIds ids, InstantSource clock, Tokens tokens) {
        this.db = db;
        this.key = key;
        this.ids = ids;
        this.clock = clock;
        this.tokens = tokens;
    }

    /// What is remembered can only make a success cheaper. Every refusal, whatever its reason, costs one keyed hash,
    /// one read of the database, of one row, and two comparisons of the same things.
    Authentication authenticate(String appId, String secret) {
        Instant now = clock.instant();
        byte[] hash = key.hash(Purpose.API_SECRET, secret);
        StoredCredential remembered = recent.find(appId, now).orElse(StoredCredential.NOBODY);
        if (remembered.opens(appId, hash, now)) {
            return authenticated(remembered, now);
        }
        long changes = recent.changes();
        StoredCredential stored = read(appId);
        if (!stored.opens(appId, hash, now)) {
            return new Authentication.InvalidCredentials();
        }
        recent.remember(stored, now, changes);
        return authenticated(stored, now);
    }

    /// The one with this app id if there is such, else any other. Also what cannot be an app id is looked up, as an
    /// empty one: it costs the same, and no odd character reaches the database.
    private StoredCredential read(String appId) {
        String asked = Tokens.looksLikeAppId(appId) ? appId : "";
        return db.transact(tx -> store.findNearest(tx, asked)).orElse(StoredCredential.NOBODY);
    }

    private Authentication authenticated(StoredCredential stored, Instant now) {
        Credential credential = stored.credential();
        uses.put(credential.id(), now);
        return new Authentication.Authenticated(stored.integration(), credential.id(), credential.limits());
    }

    IssuedCredential issue(Transaction tx, IntegrationId integration, CredentialLimits limits) {
        IssuedCredential issued = new IssuedCredential(new CredentialId(ids.next()), tokens.appId(), tokens.secret());
        Credential credential = new Credential(
                issued.id(), integration, issued.appId(), limits, clock.instant(), Optional.empty(), Optional.empty());
        store.insert(tx, credential, key.hash(Purpose.API_SECRET, issued.appSecret()));
        return issued;
    }

    Optional<IssuedCredential> regenerate(CredentialId id, Grace grace) {
        String secret = tokens.secret();
        byte[] hash = key.hash(Purpose.API_SECRET, secret);
        Optional<Instant> previousUntil = grace.length().map(clock.instant()::plus);
        return change(tx -> store.replaceSecret(tx, id, hash, previousUntil))
                .map(appId -> new IssuedCredential(id, appId, secret));
    }

    boolean revoke(CredentialId id) {
        return change(tx -> store.revoke(tx, id, clock.instant()));
    }

    boolean limit(CredentialId id, CredentialLimits limits) {
        return change(tx -> store.limit(tx, id, limits));
    }

    boolean limitAddresses(IntegrationId integration, List<AddressRange> addresses) {
        return change(tx -> {
            store.limitAddresses(tx, integration, addresses);
            return true;
        });
    }

    /// Commits a change of credentials, or of what they tell about their integration, and forgets what was known.
    <T> T change(Function<Transaction, T> work) {
        return db.transact(tx -> change(tx, work));
    }

    /// [#change(Function)] in the caller's transaction.
    <T> T change(Transaction tx, Function<Transaction, T> work) {
        tx.afterCommit(recent::forgetAll);
        return work.apply(tx);
    }

    List<Credential> list(IntegrationId integration) {
        return db.transact(tx -> store.list(tx, integration));
    }

    void writeLastUses() {
        Map<CredentialId, Instant> seen = Map.copyOf(uses);
        if (!seen.isEmpty()) {
            db.run(tx -> store.used(tx, seen));
            seen.forEach(uses::remove);
        }
    }
}
