package dev.offramp.webhooks;

import dev.offramp.db.Database;
import dev.offramp.db.ObjectId;
import dev.offramp.db.ObjectIds;
import dev.offramp.db.Transaction;
import dev.offramp.jobs.Step;
import dev.offramp.lists.Listing;
import dev.offramp.secrets.ClearColumn;
import dev.offramp.secrets.ServerKey;
import dev.offramp.tenancy.Environment;
import dev.offramp.tenancy.Tenant;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;

/// Endpoints, what is sent to them, and the log of it.
public final class Webhooks implements AutoCloseable {

    private final Database db;
    private final Parts parts;
    private final LogStore log;
    private final Listing<DeliveryRecord> list;

    private record Parts(
            Secrets secrets,
            Endpoints endpoints,
            Enqueueing enqueueing,
            Deliveries deliveries,
            Resends resends,
            Replays replays,
            Expiry expiry) {}

    /// What a resend did for one record.
    ///
    /// @param error why it was not delivered, in plain words; empty when it was
    public record Resent(RecordId record, Optional<String> error) {

        public boolean delivered() {
            return error.isEmpty();
        }
    }

    private Webhooks(Database db, Parts parts, Bodies bodies) {
        this.db = db;
        this.parts = parts;
        this.log = new LogStore(bodies);
        this.list = RecordList.create(log);
    }

    /// @param executor runs attempts: one virtual thread each in the server, in the calling thread in a simulation
    /// @param loopbackAllowed where endpoints may be on this machine; the client must be told the same
    public static Webhooks create(
            Database db,
            ServerKey key,
            InstantSource clock,
            RandomGenerator random,
            WebhookClient client,
            Executor executor,
            Set<Environment> loopbackAllowed) {
        ObjectIds ids = new ObjectIds(clock, random);
        Secrets secrets = new Secrets(key, clock, random);
        Bodies bodies = new Bodies(key);
        Sender sender = new Sender(client, clock);
        Probe probe = new Probe(client, clock, ids);
        Parts parts = new Parts(
                secrets,
                new Endpoints(db, clock, ids, new UrlRules(loopbackAllowed), probe, secrets, executor),
                new Enqueueing(clock, ids, bodies),
                new Deliveries(db, clock, executor, sender, secrets, new Schedule(random), bodies),
                new Resends(db, clock, executor, sender, secrets, bodies),
                new Replays(clock),
                new Expiry(db, clock));
        return new Webhooks(db, parts, bodies);
    }

    /// Where an earlier version kept bodies in the clear.
    public static List<ClearColumn> inTheClear() {
        return Bodies.inTheClear();
    }

    /// The secret that a tenant's receivers check; made on first asking, before there is any endpoint. It is that of
    /// both environments until [#rotateOwnSecret].
    public WebhookSecret secret(Tenant tenant) {
        return db.transact(tx -> parts.secrets.ensure(tx, tenant)).presented();
    }

    /// Gives a tenant a new secret, and with it the other environment unless one of them has its own. For `overlap`
    /// receivers get the old one in `x-webhook-secret` and signatures
    /// by both, so that each may change over when it likes; after it, or [#endSecretOverlap], the new one alone.
    ///
    /// @param overlap zero when the old one is known to somebody else
    public WebhookSecret rotateSecret(Tenant tenant, Duration overlap) {
        return db.transact(tx -> parts.secrets.rotate(tx, tenant, overlap));
    }

    /// [#rotateSecret] for one environment alone; from then on the environments share no secret.
    public WebhookSecret rotateOwnSecret(Tenant tenant, Duration overlap) {
        return db.transact(tx -> parts.secrets.rotateOwn(tx, tenant, overlap));
    }

    /// The old secret is valid no longer.
    ///
    /// @return whether it still was
    public boolean endSecretOverlap(Tenant tenant) {
        return db.transact(tx -> parts.secrets.endOverlap(tx, tenant));
    }

    /// Makes a record for each event and subscribed endpoint of its tenant, in the caller's transaction; sending
    /// begins after it committed. An event that was enqueued before changes nothing.
    public void enqueue(Transaction tx, List<Announcement> events) {
        parts.enqueueing.enqueue(tx, events);
    }

    /// Saves an endpoint once its URL answered the probe.
    public EndpointOutcome addEndpoint(Tenant tenant, String url, Endpoint.Events events) {
        return parts.endpoints.add(tenant, url, events);
    }

    /// Moves an endpoint with its queue to another URL, which must answer the probe; enables it.
    public EndpointOutcome setUrl(Tenant tenant, EndpointId endpoint, String url) {
        return parts.endpoints.setUrl(tenant, endpoint, url);
    }

    /// Oldest first.
    public List<Endpoint> endpoints(Tenant tenant) {
        return parts.endpoints.list(tenant);
    }

    /// Sends to a disabled endpoint again, beginning with what it missed.
    ///
    /// @return false when there is no such endpoint
    public boolean enable(Tenant tenant, EndpointId endpoint) {
        return parts.endpoints.enable(tenant, endpoint);
    }

    /// Removes an endpoint; what it was still to receive is given up.
    ///
    /// @return false when there is no such endpoint
    public boolean remove(Tenant tenant, EndpointId endpoint) {
        return parts.endpoints.remove(tenant, endpoint);
    }

    /// Saves the endpoint that the settings name, in the place of the one they named before, even if it does not
    /// answer the probe: then a warning is logged.
    ///
    /// @throws IllegalArgumentException when the URL cannot be called at all
    public void ensureSandboxEndpoint(Tenant tenant, String url) {
        parts.endpoints.ensureFromSettings(tenant, url);
    }

    /// A tenant's part of the log.
    public Listing<DeliveryRecord> list() {
        return list;
    }

    public Optional<DeliveryRecord> record(Tenant tenant, RecordId id) {
        return db.transact(tx -> log.one(tx, tenant, id));
    }

    /// Sends every stored event of `reference` once more and waits for the outcome, at most a few seconds; empty
    /// when there is none.
    public List<Resent> resend(Tenant tenant, ObjectId reference) {
        return parts.resends.resend(tenant, reference);
    }

    /// Queues a part of what a replay is about, in the caller's transaction; to be repeated while there is a next one.
    public Replay.Part replay(Transaction tx, Tenant tenant, Replay replay) {
        return parts.replays.replay(tx, tenant, replay);
    }

    /// Sends what is due.
    public Step deliverStep() {
        return parts.deliveries;
    }

    /// Deletes old records.
    public Step expireStep() {
        return parts.expiry;
    }

    /// Waits for the attempts under way and writes their results. To be called when no loop runs the steps any more.
    @Override
    public void close() {
        parts.deliveries.finish();
    }
}
