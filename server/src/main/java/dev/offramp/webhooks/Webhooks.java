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
import dev.offramp.traces.Traces;
import java.time.Duration;
import java.time.Instant;
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
    private final InstantSource clock;
    private final QueueStore queue = new QueueStore();
    private final LogStore log;
    private final Listing<DeliveryRecord> list;

    private record Parts(
            Secrets secrets,
            Endpoints endpoints,
            Enqueueing enqueueing,
            Deliveries deliveries,
            Resends resends,
            Replays replays,
            TestEvents tests,
            Listeners listeners,
            Expiry expiry,
            OpenReceivers open) {}

    /// What a resend did for one record.
    ///
    /// @param error why it was not delivered, in plain words; empty when it was
    public record Resent(RecordId record, Optional<String> error) {

        public boolean delivered() {
            return error.isEmpty();
        }
    }

    /// How receivers are called.
    ///
    /// @param executor runs attempts: one virtual thread each in the server, in the calling thread in a simulation
    /// @param loopbackAllowed where endpoints may be on this machine; the client must be told the same
    /// @param traces are told of every attempt
    public record Calling(WebhookClient client, Executor executor, Set<Environment> loopbackAllowed, Traces traces) {}

    private Webhooks(Database db, InstantSource clock, Parts parts, Bodies bodies) {
        this.db = db;
        this.clock = clock;
        this.parts = parts;
        this.log = new LogStore(bodies);
        this.list = RecordList.create(log);
    }

    public static Webhooks create(
            Database db, ServerKey key, InstantSource clock, RandomGenerator random, Calling calling) {
        WebhookClient client = calling.client();
        Executor executor = calling.executor();
        ObjectIds ids = new ObjectIds(clock, random);
        Secrets secrets = new Secrets(key, clock, random);
        Bodies bodies = new Bodies(key);
        Sender sender = new Sender(client, clock, new DeliverySpans(calling.traces(), ids));
        Probe probe = new Probe(client, clock, ids);
        UrlRules rules = new UrlRules(calling.loopbackAllowed());
        Listeners listeners = new Listeners(clock, ids, bodies);
        Parts parts = new Parts(
                secrets,
                new Endpoints(db, clock, ids, rules, probe, secrets, executor),
                new Enqueueing(clock, ids, bodies),
                new Deliveries(db, clock, executor, sender, secrets, new Schedule(random), bodies),
                new Resends(db, clock, executor, sender, secrets, bodies),
                new Replays(clock),
                new TestEvents(db, clock, ids, sender, secrets, bodies),
                listeners,
                new Expiry(db, clock, listeners),
                new OpenReceivers(client, clock, random, rules, probe));
        return new Webhooks(db, clock, parts, bodies);
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

    /// The secret with its time, and the one before it while both are valid; made on first asking.
    public SecretStanding secretStanding(Transaction tx, Tenant tenant) {
        return parts.secrets.standing(tx, tenant);
    }

    /// Gives a tenant a new secret, and with it the other environment unless one of them has its own. For `overlap`
    /// receivers get the old one in `x-webhook-secret` and signatures
    /// by both, so that each may change over when it likes; after it, or [#endSecretOverlap], the new one alone.
    ///
    /// @param overlap zero when the old one is known to somebody else
    public WebhookSecret rotateSecret(Tenant tenant, Duration overlap) {
        return db.transact(tx -> rotateSecret(tx, tenant, overlap));
    }

    /// [#rotateSecret(Tenant, Duration)] in the caller's transaction.
    public WebhookSecret rotateSecret(Transaction tx, Tenant tenant, Duration overlap) {
        return parts.secrets.rotate(tx, tenant, overlap);
    }

    /// [#rotateSecret] for one environment alone; from then on the environments share no secret.
    public WebhookSecret rotateOwnSecret(Tenant tenant, Duration overlap) {
        return db.transact(tx -> rotateOwnSecret(tx, tenant, overlap));
    }

    /// [#rotateOwnSecret(Tenant, Duration)] in the caller's transaction.
    public WebhookSecret rotateOwnSecret(Transaction tx, Tenant tenant, Duration overlap) {
        return parts.secrets.rotateOwn(tx, tenant, overlap);
    }

    /// The old secret is valid no longer.
    ///
    /// @return whether it still was
    public boolean endSecretOverlap(Tenant tenant) {
        return db.transact(tx -> endSecretOverlap(tx, tenant));
    }

    /// [#endSecretOverlap(Tenant)] in the caller's transaction.
    public boolean endSecretOverlap(Transaction tx, Tenant tenant) {
        return parts.secrets.endOverlap(tx, tenant);
    }

    /// Makes a record for each event and subscribed endpoint of its tenant, in the caller's transaction; sending
    /// begins after it committed. An event that was enqueued before changes nothing.
    public void enqueue(Transaction tx, List<Announcement> events) {
        parts.enqueueing.enqueue(tx, events);
    }

    /// Asks a URL whether it is a receiver. Calls it: never within a transaction.
    public ProbeOutcome probe(Tenant tenant, String url) {
        return parts.endpoints.probe(tenant, url);
    }

    /// Saves an endpoint once its URL answered the probe.
    public EndpointOutcome addEndpoint(Tenant tenant, String url, Endpoint.Events events) {
        return switch (probe(tenant, url)) {
            case ProbeOutcome.Acknowledged(AcknowledgedUrl asked) -> db.transact(tx -> addEndpoint(tx, asked, events));
            case ProbeOutcome.Refused(EndpointOutcome why) -> why;
        };
    }

    /// Saves an endpoint in the caller's transaction.
    ///
    /// @return saved, or there is one with this URL already
    public EndpointOutcome addEndpoint(Transaction tx, AcknowledgedUrl url, Endpoint.Events events) {
        return parts.endpoints.add(tx, url, events);
    }

    /// Moves an endpoint with its queue to another URL, which must answer the probe; enables it.
    public EndpointOutcome setUrl(Tenant tenant, EndpointId endpoint, String url) {
        if (db.transact(tx -> endpoint(tx, tenant, endpoint)).isEmpty()) {
            return new EndpointOutcome.NotFound();
        }
        return switch (probe(tenant, url)) {
            case ProbeOutcome.Acknowledged(AcknowledgedUrl asked) -> db.transact(tx -> setUrl(tx, endpoint, asked));
            case ProbeOutcome.Refused(EndpointOutcome why) -> why;
        };
    }

    /// [#setUrl(Tenant, EndpointId, String)] in the caller's transaction.
    public EndpointOutcome setUrl(Transaction tx, EndpointId endpoint, AcknowledgedUrl url) {
        return parts.endpoints.setUrl(tx, endpoint, url);
    }

    /// Gives a listener its next event, in the caller's transaction.
    public Pulled pull(Transaction tx, Tenant tenant, Pull pull) {
        return parts.listeners.pull(tx, tenant, pull);
    }

    /// Oldest first, without those that listen.
    public List<Endpoint> endpoints(Tenant tenant) {
        return db.transact(tx -> endpoints(tx, tenant));
    }

    /// [#endpoints(Tenant)] in the caller's transaction.
    public List<Endpoint> endpoints(Transaction tx, Tenant tenant) {
        return parts.endpoints.list(tx, tenant);
    }

    /// One of them.
    public Optional<Endpoint> endpoint(Transaction tx, Tenant tenant, EndpointId endpoint) {
        return parts.endpoints.find(tx, tenant, endpoint);
    }

    /// Everybody's that are disabled, and those that have been failing since before that.
    public List<Endpoint> troubled(Transaction tx, Instant failingBefore) {
        return parts.endpoints.troubled(tx, failingBefore);
    }

    /// Chooses other events; what is queued already is still sent.
    ///
    /// @return false when there is no such endpoint
    public boolean setEvents(Transaction tx, Tenant tenant, EndpointId endpoint, Endpoint.Events events) {
        return parts.endpoints.setEvents(tx, tenant, endpoint, events);
    }

    /// Sends to a disabled endpoint again, beginning with what it missed.
    ///
    /// @return false when there is no such endpoint
    public boolean enable(Tenant tenant, EndpointId endpoint) {
        return db.transact(tx -> enable(tx, tenant, endpoint));
    }

    /// [#enable(Tenant, EndpointId)] in the caller's transaction.
    public boolean enable(Transaction tx, Tenant tenant, EndpointId endpoint) {
        return parts.endpoints.enable(tx, tenant, endpoint);
    }

    /// Sends nothing to an endpoint until it is enabled; what happens meanwhile waits for it.
    ///
    /// @param reason in plain words, for its owner; one that is disabled already keeps its own
    /// @return false when there is no such endpoint
    public boolean disable(Transaction tx, Tenant tenant, EndpointId endpoint, String reason) {
        return parts.endpoints.disable(tx, tenant, endpoint, reason);
    }

    /// Removes an endpoint; what it was still to receive is given up.
    ///
    /// @return false when there is no such endpoint
    public boolean remove(Tenant tenant, EndpointId endpoint) {
        return db.transact(tx -> remove(tx, tenant, endpoint));
    }

    /// [#remove(Tenant, EndpointId)] in the caller's transaction.
    public boolean remove(Transaction tx, Tenant tenant, EndpointId endpoint) {
        return parts.endpoints.remove(tx, tenant, endpoint);
    }

    /// Sends an event about [Announcement#TEST] to one endpoint of its tenant, once, whatever events that has chosen.
    /// Calls it: never within a transaction. Empty when there is no such endpoint.
    public Optional<Tested> test(EndpointId endpoint, Announcement event) {
        requireTest(event);
        return parts.tests.send(endpoint, event);
    }

    /// Has an event about [Announcement#TEST] wait for whoever listens, in the caller's transaction.
    ///
    /// @return for how many it does
    public int testListeners(Transaction tx, Announcement event) {
        requireTest(event);
        return parts.enqueueing.enqueueForListeners(tx, event);
    }

    private static void requireTest(Announcement event) {
        if (!event.reference().equals(Announcement.TEST)) {
            throw new IllegalArgumentException("a test event is about nothing: " + event.reference());
        }
    }

    /// Puts a test with its answer into the log.
    public RecordId keep(Transaction tx, Tested tested) {
        return parts.tests.keep(tx, tested);
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
        return db.transact(tx -> record(tx, tenant, id));
    }

    /// [#record(Tenant, RecordId)] in the caller's transaction.
    public Optional<DeliveryRecord> record(Transaction tx, Tenant tenant, RecordId id) {
        return log.one(tx, tenant, id);
    }

    /// Sends every stored event of `reference` once more and waits for the outcome, at most a few seconds; empty
    /// when there is none.
    public List<Resent> resend(Tenant tenant, ObjectId reference) {
        return parts.resends.resend(tenant, reference);
    }

    /// Sends one record once more and waits for the outcome, at most a few seconds; empty when there is none. Calls the
    /// receiver: never within a transaction.
    public Optional<Resent> resend(Tenant tenant, RecordId record) {
        return parts.resends.resend(tenant, record);
    }

    /// Queues a part of what a replay is about, in the caller's transaction; to be repeated while there is a next one.
    public Replay.Part replay(Transaction tx, Tenant tenant, Replay replay) {
        return parts.replays.replay(tx, tenant, replay);
    }

    /// Since when the delivery that has waited longest has been due, of those whose endpoint answers as it should;
    /// empty when none is due.
    public Optional<Instant> oldestDue(Transaction tx) {
        return queue.oldestDue(tx, clock.instant());
    }

    /// What calls receivers that are no tenant's.
    public OpenReceivers open() {
        return parts.open;
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
