package dev.offramp.webhooks;

import dev.offramp.db.Transaction;
import dev.offramp.tenancy.Tenant;
import dev.offramp.webhooks.Replay.Part;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Queues kept records once more: whoever's receiver was down or had a fault gets what it missed, or everything.
///
/// They are sent as new ones are, in order and within the endpoint's share, and kept as long as new ones from now on,
/// so that the whole schedule fits. Those of endpoints that are gone are left alone.
final class Replays {

    /// As many as fit into one short transaction.
    static final int PART = 2_000;

    private final InstantSource clock;
    private final QueueStore queue = new QueueStore();
    private final RecordStore records = new RecordStore();

    Replays(InstantSource clock) {
        this.clock = clock;
    }

    Part replay(Transaction tx, Tenant tenant, Replay wish) {
        Instant now = clock.instant();
        List<RecordId> found = records.ended(tx, tenant, wish, PART, now);
        queue.lock(tx, found);
        List<RecordId> revived = records.revive(tx, found, now, now.plus(Expiry.RETENTION));
        queue.add(tx, revived, now);
        return new Part(revived.size(), found.size() < PART ? Optional.empty() : Optional.of(found.getLast()));
    }
}
