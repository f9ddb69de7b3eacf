package dev.offramp.notices;

import dev.offramp.db.Database;
import dev.offramp.db.Transaction;
import dev.offramp.jobs.Step;
import dev.offramp.people.People;
import dev.offramp.trail.Entry;
import dev.offramp.trail.Trail;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/// Follows the audit log: its numbers have no gaps and are given under a lock that is held until the commit, so that
/// none appears below one that was read.
final class TrailNotices implements Step {

    /// Stored, and therefore never renamed.
    private static final String SOURCE = "trail";

    private static final int BATCH = 200;

    private final Database db;
    private final Trail trail;
    private final TrailNews news;
    private final Telling telling;
    private final WatchStore store = new WatchStore();
    private final NoticeStore notices = new NoticeStore();

    TrailNotices(Database db, Trail trail, People people, Telling telling) {
        this.db = db;
        this.trail = trail;
        this.news = new TrailNews(people);
        this.telling = telling;
    }

    @Override
    public String name() {
        return "notices.trail";
    }

    @Override
    public boolean runOnce() {
        return db.transact(this::follow);
    }

    private boolean follow(Transaction tx) {
        OptionalLong cursor = store.lock(tx, SOURCE);
        if (cursor.isEmpty()) {
            return false;
        }
        List<Entry> entries = trail.after(tx, cursor.getAsLong(), BATCH);
        if (entries.isEmpty()) {
            return false;
        }
        List<News> found = new ArrayList<>();
        for (Entry entry : entries) {
            found.addAll(news.of(tx, entry));
            TrailNews.left(entry).ifPresent(left -> notices.forget(tx, left.person(), left.integration()));
        }
        telling.tell(tx, found);
        store.move(tx, SOURCE, entries.getLast().number());
        return entries.size() == BATCH;
    }
}
