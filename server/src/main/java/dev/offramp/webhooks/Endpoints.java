package dev.offramp.webhooks;

import dev.offramp.db.Database;
import dev.offramp.db.ObjectIds;
import dev.offramp.db.Transaction;
import dev.offramp.tenancy.Tenant;
import dev.offramp.webhooks.EndpointOutcome.AlreadyExists;
import dev.offramp.webhooks.EndpointOutcome.InvalidUrl;
import dev.offramp.webhooks.EndpointOutcome.NotAcknowledged;
import dev.offramp.webhooks.EndpointOutcome.NotFound;
import dev.offramp.webhooks.EndpointOutcome.Saved;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Saves, changes and removes endpoints. Lock order: endpoints, queue, records.
final class Endpoints {

    private static final Logger LOG = LoggerFactory.getLogger(Endpoints.class);

    private final Database db;
    private final InstantSource clock;
    private final ObjectIds ids;
    private final UrlRules rules;
    private final Probe probe;
    private final Secrets secrets;
    private final Executor executor;
    private final EndpointStore store = new EndpointStore();
    private final QueueStore queue = new QueueStore();
    private final RecordStore records = new RecordStore();

    Endpoints(
            Database db,
            InstantSource clock,
            ObjectIds ids,
            UrlRules rules,
            Probe probe,
            Secrets secrets,
            Executor executor) {
        this.db = db;
        this.clock = clock;
        this.ids = ids;
        this.rules = rules;
        this.probe = probe;
        this.secrets = secrets;
        this.executor = executor;
    }

    /// Calls the URL: never within a transaction.
    ProbeOutcome probe(Tenant tenant, String url) {
        Optional<String> invalid = rules.refusal(tenant.environment(), url);
        if (invalid.isPresent()) {
            return new ProbeOutcome.Refused(new InvalidUrl(invalid.get()));
        }
        Secrets.Valid valid = db.transact(tx -> secrets.ensure(tx, tenant));
        return probe.refusal(tenant.environment(), url, valid)
                .<ProbeOutcome>map(reason -> new ProbeOutcome.Refused(new NotAcknowledged(reason)))
                .orElseGet(() -> new ProbeOutcome.Acknowledged(new AcknowledgedUrl(tenant, url)));
    }

    EndpointOutcome add(Transaction tx, AcknowledgedUrl url, Endpoint.Events events) {
        Endpoint made = made(url.tenant(), url.url(), events, false);
        return store.insert(tx, made) ? new Saved(made) : new AlreadyExists();
    }

    EndpointOutcome setUrl(Transaction tx, EndpointId id, AcknowledgedUrl url) {
        List<Endpoint> locked = store.lock(tx, url.tenant());
        if (find(locked, id).isEmpty()) {
            return new NotFound();
        }
        if (locked.stream()
                .anyMatch(other -> other.url().equals(url.url()) && !other.id().equals(id))) {
            return new AlreadyExists();
        }
        store.setUrl(tx, id, url.url(), clock.instant());
        return new Saved(find(store.list(tx, url.tenant()), id).orElseThrow());
    }

    List<Endpoint> list(Transaction tx, Tenant tenant) {
        return store.list(tx, tenant);
    }

    List<Endpoint> troubled(Transaction tx, Instant failingBefore) {
        return store.troubled(tx, failingBefore);
    }

    Optional<Endpoint> find(Transaction tx, Tenant tenant, EndpointId id) {
        return find(list(tx, tenant), id);
    }

    boolean setEvents(Transaction tx, Tenant tenant, EndpointId id, Endpoint.Events events) {
        return store.setEvents(tx, tenant, id, events, clock.instant());
    }

    boolean enable(Transaction tx, Tenant tenant, EndpointId id) {
        return store.enable(tx, tenant, id, clock.instant());
    }

    boolean disable(Transaction tx, Tenant tenant, EndpointId id, String reason) {
        boolean found = find(store.lock(tx, tenant), id).isPresent();
        if (found) {
            store.disable(tx, List.of(id), reason, clock.instant());
        }
        return found;
    }

    boolean remove(Transaction tx, Tenant tenant, EndpointId id) {
        boolean found = store.delete(tx, tenant, id);
        if (found) {
            records.fail(tx, queue.removeAll(tx, id), clock.instant());
        }
        return found;
    }

    /// The endpoint that the server's settings name: saved before it is probed, in the place of its predecessor. The
    /// probe does not hold up the server's start.
    void ensureFromSettings(Tenant tenant, String url) {
        rules.refusal(tenant.environment(), url).ifPresent(reason -> {
            throw new IllegalArgumentException("sandbox webhook URL: " + reason);
        });
        Secrets.Valid valid = db.transact(tx -> secrets.ensure(tx, tenant));
        if (db.transact(tx -> replaceFromSettings(tx, tenant, url))) {
            executor.execute(() -> warnUnlessAcknowledged(tenant, url, valid));
        }
    }

    private void warnUnlessAcknowledged(Tenant tenant, String url, Secrets.Valid valid) {
        probe.refusal(tenant.environment(), url, valid)
                .ifPresent(reason -> LOG.warn("the sandbox webhook URL is saved, but its probe failed: {}", reason));
    }

    /// Answers whether anything changed.
    private boolean replaceFromSettings(Transaction tx, Tenant tenant, String url) {
        List<Endpoint> locked = store.lock(tx, tenant);
        Optional<Endpoint> former =
                locked.stream().filter(Endpoint::fromSettings).findFirst();
        Optional<Endpoint> same =
                locked.stream().filter(one -> one.url().equals(url)).findFirst();
        if (same.isPresent()) {
            same.filter(one -> one.disabled().isPresent())
                    .ifPresent(one -> store.enable(tx, tenant, one.id(), clock.instant()));
            former.filter(one -> !one.url().equals(url)).ifPresent(one -> remove(tx, tenant, one.id()));
            return false;
        }
        if (former.isPresent()) {
            store.setUrl(tx, former.get().id(), url, clock.instant());
            return true;
        }
        return store.insert(tx, made(tenant, url, new Endpoint.Events.All(), true));
    }

    private Endpoint made(Tenant tenant, String url, Endpoint.Events events, boolean fromSettings) {
        Instant now = clock.instant();
        return new Endpoint(
                new EndpointId(ids.next()),
                tenant,
                url,
                events,
                fromSettings,
                Optional.empty(),
                Optional.empty(),
                now,
                now);
    }

    private static Optional<Endpoint> find(List<Endpoint> endpoints, EndpointId id) {
        return endpoints.stream().filter(one -> one.id().equals(id)).findFirst();
    }
}
