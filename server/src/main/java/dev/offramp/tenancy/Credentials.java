package dev.offramp.tenancy;

import dev.offramp.db.Database;
import dev.offramp.db.ObjectIds;
import dev.offramp.db.Transaction;
import dev.offramp.secrets.Purpose;
import dev.offramp.secrets.ServerKey;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

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
                issued.id(),
                integration,
                issued.appId(),
                limits,
                clock.instant(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        store.insert(tx, credential, key.hash(Purpose.API_SECRET, issued.appSecret()));
        return issued;
    }

    Optional<IssuedCredential> regenerate(Transaction tx, CredentialId id, Grace grace) {
        String secret = tokens.secret();
        byte[] hash = key.hash(Purpose.API_SECRET, secret);
        Optional<Instant> previousUntil = grace.length().map(clock.instant()::plus);
        forgetWithCommitOf(tx);
        return store.replaceSecret(tx, id, hash, previousUntil).map(appId -> new IssuedCredential(id, appId, secret));
    }

    boolean revoke(Transaction tx, CredentialId id) {
        forgetWithCommitOf(tx);
        return store.revoke(tx, id, clock.instant());
    }

    boolean limit(Transaction tx, CredentialId id, CredentialLimits limits) {
        forgetWithCommitOf(tx);
        return store.limit(tx, id, limits);
    }

    void limitAddresses(Transaction tx, IntegrationId integration, List<AddressRange> addresses) {
        forgetWithCommitOf(tx);
        store.limitAddresses(tx, integration, addresses);
    }

    void limitAddresses(Transaction tx, Collection<CredentialId> those, List<AddressRange> addresses) {
        forgetWithCommitOf(tx);
        store.limitAddresses(tx, those, addresses);
    }

    /// For every change of credentials, or of what they tell about their integration: what was known of them is
    /// forgotten at the moment the change is committed.
    void forgetWithCommitOf(Transaction tx) {
        tx.afterCommit(recent::forgetAll);
    }

    List<Credential> list(Transaction tx, IntegrationId integration) {
        return store.list(tx, integration);
    }

    List<Credential> expiring(Transaction tx, Instant from, Instant until) {
        return store.expiring(tx, from, until);
    }

    Optional<Credential> lock(Transaction tx, IntegrationId integration, CredentialId id) {
        return store.lock(tx, integration, id);
    }

    void writeLastUses() {
        Map<CredentialId, Instant> seen = Map.copyOf(uses);
        if (!seen.isEmpty()) {
            db.run(tx -> store.used(tx, seen));
            seen.forEach(uses::remove);
        }
    }
}
