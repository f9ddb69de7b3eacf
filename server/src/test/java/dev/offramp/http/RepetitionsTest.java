package dev.offramp.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.db.CommitPoints;
import dev.offramp.db.Database;
import dev.offramp.db.ManualClock;
import dev.offramp.db.ObjectIds;
import dev.offramp.db.TestDatabase;
import dev.offramp.gates.Gates;
import dev.offramp.secrets.ServerKey;
import dev.offramp.secrets.TestServerKey;
import dev.offramp.tenancy.Scope;
import dev.offramp.web.Content;
import dev.offramp.web.Peer;
import dev.offramp.web.RawRequest;
import dev.offramp.wire.DecimalField;
import dev.offramp.wire.Fields;
import dev.offramp.wire.Form;
import dev.offramp.wire.PinField;
import dev.offramp.wire.Refusal;
import dev.offramp.wire.TextField;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Idempotency keys (decision 5), tried on an endpoint that counts how often it runs and how often it takes effect.
class RepetitionsTest {

    private static final String BODY = "{'amount': 10.50, 'label': 'a', 'pin': '4711'}";
    private static final Duration PATIENCE = Duration.ofMillis(300);
    private static final Duration LONG = Duration.ofSeconds(30);

    private final ManualClock clock = new ManualClock();
    private final AtomicInteger crashes = new AtomicInteger();
    private final TestDatabase test = TestDatabase.create(new CommitPoints() {
        @Override
        public void beforeCommit() {
            if (crashes.getAndUpdate(left -> Math.max(0, left - 1)) == 1) {
                throw new IllegalStateException("the machine stops");
            }
        }
    });
    private final Database db = test.database();
    private final Counter counter = new Counter();
    private Http http = http(1, PATIENCE);

    @BeforeEach
    void makeSomethingToChange() {
        db.run(tx -> tx.sql().execute("CREATE TABLE effect (name text)"));
    }

    @AfterEach
    void close() {
        test.close();
    }

    @Test
    void getTheFirstAnswerByteForByte() {
        Reply first = post("k", BODY);
        clock.advance(Duration.ofDays(7).minusSeconds(1));
        Reply again = post("k", BODY);

        assertThat(first.outcome()).isEqualTo("200 run 1");
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(first.isReplay()).isFalse();
        assertThat(again.isReplay()).isTrue();
        assertThat(effects()).isEqualTo(1);
    }

    @Test
    void runAgainAfterSevenDays() {
        post("k", BODY);
        clock.advance(Duration.ofDays(7));

        assertThat(post("k", BODY).outcome()).isEqualTo("200 run 2");
        assertThat(post("k", BODY).outcome()).isEqualTo("200 run 2");
    }

    @Test
    void areForgottenAfterSevenDays() {
        post("old", BODY);
        clock.advance(Duration.ofDays(1));
        post("young", BODY);
        clock.advance(Duration.ofDays(6));

        assertThat(repetitions(9, PATIENCE).expireStep().runOnce()).isFalse();

        assertThat(db.<List<String>>transact(tx -> tx.sql()
                        .createQuery("SELECT key FROM kept_answer")
                        .mapTo(String.class)
                        .list()))
                .containsExactly("young");
    }

    @Test
    void areEachARequestOfTheirOwnWithoutAKey() {
        post("", BODY);

        assertThat(post("", BODY).outcome()).isEqualTo("200 run 2");
        assertThat(effects()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'pin': '4711', 'label': 'a', 'amount': 10.5}",
                "{'amount': 1.05e1, 'label': 'a', 'pin': '0815', 'note': null}",
            })
    void areKnownHoweverTheyAreWrittenAndWhateverTheirPin(String body) {
        post("k", BODY);

        assertThat(post("k", body).isReplay()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'amount': 10.51, 'label': 'a', 'pin': '4711'}",
                "{'amount': 10.50, 'label': 'A', 'pin': '4711'}",
                "{'amount': 10.50, 'label': 'a', 'pin': '4711', 'note': 'n'}",
            })
    void mayNotBeOtherRequests(String body) {
        post("k", BODY);

        assertThat(post("k", body).outcome()).isEqualTo("409 idempotency key reused with another request");
        assertThat(effects()).isEqualTo(1);
    }

    @Test
    void mayNotGoSomewhereElse() {
        post("k", BODY);

        assertThat(send("k", "POST", "/count/66f0a1b2c3d4e5f607182931", BODY).outcome())
                .isEqualTo("409 idempotency key reused with another request");
        assertThat(send("k", "POST", "/count/66F0A1B2C3D4E5F607182930", BODY).isReplay())
                .isTrue();
    }

    @Test
    void keepRefusalsOfTheBusinessToo() {
        counter.says = Optional.of(() -> Answer.refusal(Refusal.BALANCE_INSUFFICIENT));
        Reply first = post("k", BODY);
        counter.says = Optional.empty();

        assertThat(first.outcome()).isEqualTo("403 insufficient balance");
        assertThat(post("k", BODY).body()).isEqualTo(first.body());
        assertThat(counter.runs).hasValue(1);
    }

    @Test
    void keepAnswersOfEndpointsThatChangeNothing() {
        counter.isIdle = true;
        Reply first = post("k", BODY);

        assertThat(post("k", BODY).body()).isEqualTo(first.body());
        assertThat(counter.runs).hasValue(1);
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "PIN_UNSET",
                "PIN_WRONG",
                "ACCOUNT_FROZEN",
                "ACCESS_FORBIDDEN",
                "INVALID_INPUT",
                "TOO_MANY_REQUESTS",
                "SERVER_ERROR",
                "UNAVAILABLE"
            })
    void runAgainAfterAnAnswerThatDecidedNothing(Refusal refusal) {
        counter.isIdle = true;
        counter.says = Optional.of(() -> Answer.refusal(refusal));
        assertThat(post("k", BODY).status()).isEqualTo(refusal.status());
        counter.says = Optional.empty();

        assertThat(post("k", "{'amount': 1, 'label': 'b', 'pin': '4711'}").outcome())
                .isEqualTo("200 run 2");
    }

    @Test
    void runAgainAfterABug() {
        counter.says = Optional.of(() -> {
            throw new IllegalStateException("a bug");
        });
        assertThat(post("k", BODY).status()).isEqualTo(500);
        counter.says = Optional.empty();

        assertThat(post("k", BODY).outcome()).isEqualTo("200 run 2");
        assertThat(effects()).isEqualTo(1);
    }

    /// The second commit is the effect's: before it, the pass was taken.
    @Test
    void keepNothingWhenTheEffectIsLost() {
        crashes.set(2);
        assertThat(post("k", BODY).status()).isEqualTo(500);
        assertThat(effects()).isZero();

        assertThat(post("k", BODY).outcome()).isEqualTo("200 run 2");
        assertThat(effects()).isEqualTo(1);
    }

    @Test
    void getTheAnswerThatTheirFirstNeverSaw() {
        counter.afterCommit = () -> {
            throw new IllegalStateException("the connection breaks");
        };
        assertThat(post("k", BODY).status()).isEqualTo(500);

        assertThat(post("k", BODY).outcome()).isEqualTo("200 run 1");
        assertThat(effects()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0007b", "a\u2028b"})
    void needAKeyThatCanBePrinted(String key) {
        assertThat(post(key, BODY).outcome())
                .isEqualTo("422 {\"Idempotency-Key\":[\"Idempotency-Key must contain printable characters only\"]}");
        assertThat(counter.runs).hasValue(0);
    }

    @Test
    void needAKeyOfAtMost255Characters() {
        assertThat(post("k".repeat(255), BODY).status()).isEqualTo(200);
        assertThat(post("k".repeat(256), BODY).outcome()).contains("must be at most 255 characters");
    }

    @Test
    void meetTheirReasonsTogetherWithThoseAgainstTheBody() {
        assertThat(post("k".repeat(256), "{'amount': 10, 'label': 'a'}").outcome())
                .contains("Idempotency-Key must be", "pin is required");
    }

    @Test
    void areNothingToThoseWhoOnlyAsk() {
        assertThat(send("k".repeat(256), "GET", "/things", "").status()).isEqualTo(200);
    }

    @Test
    void waitForTheFirstAndNeverRunThemselves() throws InterruptedException {
        http = http(1, LONG);
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        counter.before = () -> {
            begun.countDown();
            await(mayEnd);
        };
        Queue<Reply> replies = new ConcurrentLinkedQueue<>();
        List<Thread> twins = new ArrayList<>();
        twins.add(Thread.ofVirtual().start(() -> replies.add(post("k", BODY))));
        begun.await();
        for (int i = 0; i < 20; i++) {
            twins.add(Thread.ofVirtual().start(() -> replies.add(post("k", BODY))));
        }
        mayEnd.countDown();
        for (Thread twin : twins) {
            twin.join();
        }

        assertThat(replies)
                .hasSize(21)
                .extracting(Reply::body)
                .containsOnly(replies.peek().body());
        assertThat(replies).filteredOn(reply -> !reply.isReplay()).hasSize(1);
        assertThat(counter.runs).hasValue(1);
    }

    @Test
    void areToldThatTheFirstIsInProgress() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        counter.before = () -> {
            begun.countDown();
            await(mayEnd);
        };
        Thread first = Thread.ofVirtual().start(() -> post("k", BODY));
        begun.await();

        assertThat(post("k", BODY).outcome()).isEqualTo("409 request with this key is in progress");
        assertThat(http(2, PATIENCE)
                        .answer(request("k", "POST", Counter.PATH, BODY))
                        .status())
                .isEqualTo(409);

        mayEnd.countDown();
        first.join();
        assertThat(post("k", BODY).outcome()).isEqualTo("200 run 1");
    }

    @Test
    void neverShowTheirPinToTheDatabase() {
        post("k", BODY);

        assertThat(db.<String>transact(tx -> tx.sql()
                        .createQuery("SELECT kept_answer::text FROM kept_answer")
                        .mapTo(String.class)
                        .one()))
                .doesNotContain("4711");
    }

    /// Counts its runs, and in the database its effects.
    private final class Counter implements Things.Thing {

        private static final String PATH = "/count/66f0a1b2c3d4e5f607182930";
        private static final DecimalField AMOUNT = Fields.decimal("amount").required();
        private static final TextField LABEL = Fields.text("label").required();
        private static final TextField NOTE = Fields.text("note");
        private static final PinField PIN = Fields.pin("pin").required();

        private final AtomicInteger runs = new AtomicInteger();
        private Runnable before = () -> {};
        private Runnable afterCommit = () -> {};
        private boolean isIdle;
        private Optional<Supplier<Answer>> says = Optional.empty();

        @Override
        public Route route() {
            return Route.post("/count/{id}", Scope.WITHDRAWALS, PathParameter.id("id"))
                    .body(Form.of(AMOUNT, LABEL, NOTE, PIN));
        }

        @Override
        public Answer answer(Request request) {
            int run = runs.incrementAndGet();
            before.run();
            Answer answer = says.map(Supplier::get).orElseGet(() -> Answer.success("run " + run));
            if (isIdle) {
                return answer;
            }
            Answer committed = request.commit(tx -> {
                tx.sql().execute("INSERT INTO effect VALUES ('x')");
                return answer;
            });
            afterCommit.run();
            return committed;
        }
    }

    private Repetitions repetitions(int seed, Duration patience) {
        ObjectIds ids = new ObjectIds(clock, new Random(seed));
        ServerKey key = TestServerKey.create();
        return Repetitions.create(db, clock, ids, key, Gates.create(db, clock, ids, patience));
    }

    /// A process of its own.
    private Http http(int seed, Duration patience) {
        HttpSettings settings = new HttpSettings(true, false);
        Checks checks =
                new Checks(settings, Callers.knowing(Callers.unlimited()), Callers.uncounted(), () -> Callers.NOW);
        return new Http(new Routes(List.of(counter, new Things.ListThings())), checks, repetitions(seed, patience));
    }

    private Reply post(String key, String body) {
        return send(key, "POST", Counter.PATH, body);
    }

    private Reply send(String key, String method, String path, String body) {
        return new Reply(http.inEnvelope(request(key, method, path, body)));
    }

    private static RawRequest request(String key, String method, String path, String body) {
        Map<String, String> headers = new HashMap<>(Callers.headers("development"));
        headers.put("Idempotency-Key", key);
        return new RawRequest(
                "r1",
                method,
                "/v1" + path,
                "",
                Callers.lookUp(headers),
                new Peer(Callers.LOOPBACK, true),
                new Content.Whole(body.replace('\'', '"').getBytes(StandardCharsets.UTF_8)));
    }

    private int effects() {
        return db.transact(tx -> tx.sql()
                .createQuery("SELECT count(*) FROM effect")
                .mapTo(Integer.class)
                .one());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
