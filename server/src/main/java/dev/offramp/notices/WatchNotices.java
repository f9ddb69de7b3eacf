package dev.offramp.notices;

import dev.offramp.db.Database;
import dev.offramp.db.Transaction;
import dev.offramp.jobs.Step;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Looks at how things stand, and tells of each condition once for as long as it lasts. One process at a time.
///
/// ```
/// not there --seen--> there --lasted long enough--> told
///     ^                 |                            |
///     `----- not seen --+----------------------------'
/// ```
final class WatchNotices implements Step {

    /// Stored, and therefore never renamed.
    private static final String SOURCE = "watch";

    private final Database db;
    private final InstantSource clock;
    private final Conditions conditions;
    private final Telling telling;
    private final WatchStore store = new WatchStore();

    WatchNotices(Database db, InstantSource clock, Conditions conditions, Telling telling) {
        this.db = db;
        this.clock = clock;
        this.conditions = conditions;
        this.telling = telling;
    }

    @Override
    public String name() {
        return "notices.watch";
    }

    @Override
    public boolean runOnce() {
        db.run(tx -> {
            if (store.lock(tx, SOURCE).isPresent()) {
                look(tx, clock.instant());
            }
        });
        return false;
    }

    private void look(Transaction tx, Instant now) {
        Map<String, WatchStore.Known> known = store.known(tx);
        Set<String> ended = new HashSet<>(known.keySet());
        List<News> news = new ArrayList<>();
        for (Condition condition : conditions.all(tx, now)) {
            WatchStore.Known before = known.get(condition.key());
            ended.remove(condition.key());
            if (before == null) {
                store.begin(tx, condition.key(), now);
            }
            Instant since = before == null ? now : before.since();
            boolean isTold = before != null && before.isTold();
            if (!isTold && !since.plus(condition.tellAfter()).isAfter(now)) {
                news.add(condition.news());
                store.told(tx, condition.key());
            }
        }
        store.end(tx, ended);
        telling.tell(tx, news);
    }
}
