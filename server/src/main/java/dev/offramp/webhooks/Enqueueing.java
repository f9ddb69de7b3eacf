package dev.offramp.webhooks;

import dev.offramp.db.ObjectId;
import dev.offramp.db.ObjectIds;
import dev.offramp.db.Transaction;
import dev.offramp.tenancy.Tenant;
import dev.offramp.webhooks.BodyStore.NewRecord;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Turns events into records and queues them.
///
/// A disabled endpoint gets its records too: they wait, and are sent when it is enabled.
final class Enqueueing {

    private final InstantSource clock;
    private final ObjectIds ids;
    private final EndpointStore endpoints = new EndpointStore();
    private final BodyStore records;
    private final QueueStore queue = new QueueStore();

    Enqueueing(InstantSource clock, ObjectIds ids, Bodies bodies) {
        this.clock = clock;
        this.ids = ids;
        this.records = new BodyStore(bodies);
    }

    private record Match(Announcement event, Endpoint endpoint) {}

    void enqueue(Transaction tx, List<Announcement> events) {
        make(tx, matches(tx, events));
    }

    /// For those alone that listen.
    ///
    /// @return for how many
    int enqueueForListeners(Transaction tx, Announcement event) {
        List<Match> matches = matches(tx, List.of(event)).stream()
                .filter(match -> match.endpoint().isListener())
                .toList();
        make(tx, matches);
        return matches.size();
    }

    private void make(Transaction tx, List<Match> matches) {
        if (matches.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        List<RecordId> made = records.insert(tx, newRecords(matches), now, now.plus(Expiry.RETENTION));
        queue.add(tx, made, now);
    }

    private List<Match> matches(Transaction tx, List<Announcement> events) {
        if (events.isEmpty()) {
            return List.of();
        }
        Set<Tenant> tenants = events.stream().map(Announcement::tenant).collect(Collectors.toSet());
        Map<Tenant, List<Endpoint>> found =
                endpoints.hold(tx, tenants).stream().collect(Collectors.groupingBy(Endpoint::tenant));
        return events.stream()
                .flatMap(event -> found.getOrDefault(event.tenant(), List.of()).stream()
                        .filter(endpoint -> endpoint.events().include(event.eventType()))
                        .map(endpoint -> new Match(event, endpoint)))
                .toList();
    }

    /// Ids rise in the order of the events, so that the log shows those of one moment in their order.
    private List<NewRecord> newRecords(List<Match> matches) {
        List<ObjectId> rising =
                Stream.generate(ids::next).limit(matches.size()).sorted().toList();
        List<NewRecord> made = new ArrayList<>();
        for (int i = 0; i < matches.size(); i++) {
            made.add(new NewRecord(
                    new RecordId(rising.get(i)),
                    matches.get(i).endpoint(),
                    matches.get(i).event()));
        }
        return made;
    }
}
