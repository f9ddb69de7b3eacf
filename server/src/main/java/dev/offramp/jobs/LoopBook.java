package dev.offramp.jobs;

import dev.offramp.db.Database;
import dev.offramp.db.ObjectId;
import dev.offramp.db.ObjectIds;
import dev.offramp.db.Transaction;
import dev.offramp.db.Trouble;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BiFunction;

/// What the loops of this process do, told to the database every few seconds so that people can ask any process about
/// all. Nothing is decided by it.
public final class LoopBook implements TurnWatch {

    /// How often it is to be told.
    public static final Duration TOLD_EVERY = Duration.ofSeconds(5);

    /// A process that has told nothing for so long is gone.
    private static final Duration GONE_AFTER = Duration.ofMinutes(10);

    private final Database db;
    private final InstantSource clock;
    private final ObjectId process;
    private final LoopStore store = new LoopStore();
    private final Map<String, LoopState> loops = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> failed = new ConcurrentHashMap<>();

    private LoopBook(Database db, InstantSource clock, ObjectId process) {
        this.db = db;
        this.clock = clock;
        this.process = process;
    }

    public static LoopBook create(Database db, InstantSource clock, ObjectIds ids) {
        return new LoopBook(db, clock, ids.next());
    }

    @Override
    public void began(String loop) {
        change(loop, LoopState::began);
    }

    @Override
    public void ended(String loop) {
        change(loop, LoopState::ended);
    }

    @Override
    public void failed(String loop, Trouble trouble) {
        failed(loop, trouble.getMessage());
    }

    @Override
    public void failed(String loop, RuntimeException bug) {
        failed(loop, bug.getClass().getSimpleName() + ": see the log");
    }

    private void failed(String loop, String what) {
        change(loop, (state, now) -> state.failed(what, now));
        failed.computeIfAbsent(loop, _ -> new LongAdder()).increment();
    }

    private void change(String loop, BiFunction<LoopState, Instant, LoopState> change) {
        Instant now = clock.instant();
        loops.compute(
                loop,
                (name, state) -> change.apply(state == null ? LoopState.started(process, name, now) : state, now));
    }

    /// The step that tells, and forgets processes that are gone.
    public Step tellStep() {
        return new Step() {
            @Override
            public String name() {
                return "jobs.tell";
            }

            @Override
            public boolean runOnce() {
                tell();
                return false;
            }
        };
    }

    private void tell() {
        Instant now = clock.instant();
        List<LoopState> told =
                loops.values().stream().map(state -> state.told(now)).toList();
        db.run(tx -> {
            tx.mayBeLost();
            store.tell(tx, told);
            store.forget(tx, now.minus(GONE_AFTER));
        });
    }

    /// The loops of this process, by name, as they are now.
    public List<LoopTurns> turns() {
        return loops.values().stream()
                .map(state -> LoopTurns.of(state, failures(state.name())))
                .sorted(Comparator.comparing(LoopTurns::name))
                .toList();
    }

    private long failures(String loop) {
        LongAdder counted = failed.get(loop);
        return counted == null ? 0 : counted.sum();
    }

    /// The loops of all processes, by name; each as its process told last.
    public List<LoopState> all(Transaction tx) {
        return store.all(tx);
    }
}
