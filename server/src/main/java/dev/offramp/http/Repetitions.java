package dev.offramp.http;

import dev.offramp.db.Database;
import dev.offramp.db.ObjectIds;
import dev.offramp.db.SqlState;
import dev.offramp.db.Transaction;
import dev.offramp.gates.Ending;
import dev.offramp.gates.Entry;
import dev.offramp.gates.GateName;
import dev.offramp.gates.Gates;
import dev.offramp.gates.Pass;
import dev.offramp.jobs.Step;
import dev.offramp.secrets.ClearColumn;
import dev.offramp.secrets.Purpose;
import dev.offramp.secrets.ServerKey;
import dev.offramp.tenancy.Tenant;
import dev.offramp.wire.Refusal;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/// Makes a request with an idempotency key take effect once, however often it is sent: the first answer is kept in the
/// transaction of the effect and given again, byte for byte, for seven days.
///
/// Of several at once one runs; the others wait for its answer, and never run themselves. An answer that decides
/// nothing ([Refusal#isDecision]) is not kept, and the next repetition runs.
public final class Repetitions implements Execution {

    static final Duration KEPT = Duration.ofDays(7);

    private static final Map<String, String> REPLAYED = Map.of(Headers.REPLAYED, "true");

    private final Database db;
    private final InstantSource clock;
    private final ObjectIds ids;
    private final ServerKey serverKey;
    private final Gates gates;
    private final AnswerStore store;

    private Repetitions(Database db, InstantSource clock, ObjectIds ids, ServerKey serverKey, Gates gates) {
        this.db = db;
        this.clock = clock;
        this.ids = ids;
        this.serverKey = serverKey;
        this.gates = gates;
        this.store = new AnswerStore(serverKey);
    }

    public static Repetitions create(
            Database db, InstantSource clock, ObjectIds ids, ServerKey serverKey, Gates gates) {
        return new Repetitions(db, clock, ids, serverKey, gates);
    }

    /// Where an earlier version kept answers in the clear.
    public static List<ClearColumn> inTheClear() {
        return List.of(
                new ClearColumn(Purpose.KEPT_ANSWER, "kept_answer", "id", "body", "sealed_body", List.of("body")));
    }

    /// The step that forgets answers after their seven days.
    public Step expireStep() {
        return new AnswerExpiry(db, clock, store);
    }

    @Override
    public Answer execute(Call call) {
        return call.idempotencyKey()
                .map(key -> once(call, key))
                .orElseGet(() -> call.answer(work -> transact(call, work)));
    }

    private Answer once(Call call, String key) {
        Tenant tenant = call.tenant();
        byte[] fingerprint = serverKey.hash(Purpose.IDEMPOTENCY, call.canonical());
        GateName name = new GateName(tenant, GateName.Kind.IDEMPOTENCY_KEY, key);
        Function<Transaction, Optional<KeptAnswer>> done = tx -> store.find(tx, tenant, key, oldest());
        return switch (gates.enter(name, done)) {
            case Entry.Entered<KeptAnswer>(Pass pass) -> run(call, pass, new First(call, key, fingerprint, pass));
            case Entry.Done<KeptAnswer>(KeptAnswer kept) -> again(kept, fingerprint);
            case Entry.Occupied<KeptAnswer> _ ->
                switch (gates.await(name, done)) {
                    case Ending.Done<KeptAnswer>(KeptAnswer kept) -> again(kept, fingerprint);
                    case Ending.Undone<KeptAnswer> _, Ending.StillOccupied<KeptAnswer> _ ->
                        Answer.refusal(Refusal.KEY_IN_PROGRESS);
                };
        };
    }

    private Instant oldest() {
        return clock.instant().minus(KEPT);
    }

    private static Answer run(Call call, Pass pass, First first) {
        try (pass) {
            return first.settle(call.answer(first));
        }
    }

    private static Answer again(KeptAnswer kept, byte[] fingerprint) {
        return MessageDigest.isEqual(kept.fingerprint(), fingerprint)
                ? new Answer(kept.status(), kept.body(), REPLAYED, true)
                : Answer.refusal(Refusal.KEY_REUSED);
    }

    /// Runs once more when a row of a concurrent request was in the way, since by then it can be seen.
    private Answer transact(Call call, Function<Transaction, Answer> work) {
        Function<Transaction, Answer> forCall = tx -> {
            tx.actFor(call.raw().requestId());
            return work.apply(tx);
        };
        try {
            return db.transact(forCall);
        } catch (UnableToExecuteStatementException e) {
            if (SqlState.violatedUnique(e).isEmpty()) {
                throw e;
            }
            return db.transact(forCall);
        }
    }

    /// The effect of the first request with a key.
    private final class First implements Effect {

        private final Call call;
        private final String key;
        private final byte[] fingerprint;
        private final Pass pass;
        private Optional<Answer> committed = Optional.empty();

        First(Call call, String key, byte[] fingerprint, Pass pass) {
            this.call = call;
            this.key = key;
            this.fingerprint = fingerprint;
            this.pass = pass;
        }

        @Override
        public Answer commit(Function<Transaction, Answer> work) {
            if (committed.isPresent()) {
                throw new IllegalStateException("a request takes effect in one transaction");
            }
            Answer answer = transact(call, tx -> {
                pass.end(tx);
                Answer made = work.apply(tx);
                keep(tx, made);
                return made;
            });
            pass.settled();
            committed = Optional.of(answer);
            return answer;
        }

        private void keep(Transaction tx, Answer answer) {
            if (answer.isDecision()) {
                Instant now = clock.instant();
                KeptAnswer kept = new KeptAnswer(ids.next(), fingerprint, answer.status(), answer.body(), now);
                store.keep(tx, call.tenant(), key, kept, now.minus(KEPT));
            }
        }

        /// The answer that counts: the committed one, else this, committed now.
        Answer settle(Answer answer) {
            return committed.orElseGet(() -> answer.isDecision() ? commit(_ -> answer) : answer);
        }
    }
}
