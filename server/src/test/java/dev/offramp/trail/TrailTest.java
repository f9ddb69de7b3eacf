package dev.offramp.trail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.offramp.db.Database;
import dev.offramp.db.TestDatabase;
import dev.offramp.tenancy.Environment;
import dev.offramp.tenancy.Tenant;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is recorded, and how it is read.
class TrailTest {

    private final TestDatabase test = TestDatabase.create();
    private final Ink ink = new Ink(test.database());

    @AfterEach
    void close() {
        test.close();
    }

    @Test
    void keepsAllThatWasSaid() {
        NewEntry said = NewEntry.of(Ink.ANN, Action.WEBHOOK_CHANGED, new Subject(Subject.Kind.WEBHOOK, "66f0"))
                .concerning(Ink.PRODUCTION)
                .from(InetAddress.ofLiteral("2001:db8::7"))
                .before(Details.of("url", "https://a.example/\u20a6").with("events", Optional.empty()))
                .after(Details.of("url", "https://b.example/").with("events", Optional.of("trade.completed")));
        ink.db.run(tx -> {
            tx.actFor("66f0a1b2c3d4e5f6071829ff");
            ink.trail.record(tx, said);
        });

        assertThat(all())
                .containsExactly(new Entry(
                        1,
                        Instant.parse("2026-11-24T09:00:00Z"),
                        Ink.ANN,
                        "webhook.changed",
                        new Concern.Part(Ink.PRODUCTION),
                        Optional.of("2001:db8:0:0:0:0:0:7"),
                        Optional.of("66f0a1b2c3d4e5f6071829ff"),
                        "webhook",
                        "66f0",
                        said.before(),
                        said.after()));
        assertThat(all().getFirst().words()).isEqualTo("changed a webhook endpoint");
        assertThat(all().getFirst().subjectWords()).isEqualTo("webhook endpoint 66f0");
    }

    @Test
    void keepsEveryKindOfActorAndConcern() {
        List<Actor> actors =
                List.of(Ink.ANN, new Actor.Application("app-1"), new Actor.CommandLine("root"), Actor.PROGRAM);
        List<Concern> concerns = List.of(
                Concern.PLATFORM,
                new Concern.Whole(Ink.ACME),
                new Concern.Part(Ink.PRODUCTION),
                new Concern.Part(new Tenant(Ink.OTHER, Environment.DEVELOPMENT)));
        for (int i = 0; i < actors.size(); i++) {
            ink.record(NewEntry.of(actors.get(i), Action.PIN_SET, new Subject(Subject.Kind.SETTINGS, "pin"))
                    .concerning(concerns.get(i)));
        }

        assertThat(all()).extracting(Entry::actor).containsExactlyElementsOf(actors.reversed());
        assertThat(all()).extracting(Entry::concern).containsExactlyElementsOf(concerns.reversed());
        assertThat(all())
                .extracting(entry -> entry.actor().words())
                .containsExactly("the program", "command line (root)", "app-1", "ann@example.com");
    }

    @Test
    void canRecordAndReadEveryActionAndKindOfSubject() {
        for (Action action : Action.values()) {
            Subject.Kind kind = Subject.Kind.values()[action.ordinal() % Subject.Kind.values().length];
            ink.record(NewEntry.of(Actor.PROGRAM, action, new Subject(kind, "x")));

            assertThat(all().getFirst().action()).isEqualTo(action.code());
            assertThat(all().getFirst().words()).isEqualTo(action.words());
            assertThat(all().getFirst().subjectWords()).isEqualTo(kind.words() + " x");
        }
    }

    @Test
    void showsAnActionOfALaterVersionAsItIs() {
        ink.recordMany(1);
        ink.meddle("UPDATE trail_entry SET action = 'moon.landed', subject_kind = 'moon'");

        assertThat(all().getFirst().words()).isEqualTo("moon.landed");
        assertThat(all().getFirst().subjectWords()).isEqualTo("moon app-1");
    }

    @Test
    void leavesNoNumberOutWhenAChangeFails() {
        ink.recordMany(1);
        assertThatThrownBy(() -> ink.db.run(tx -> {
                    ink.trail.record(tx, Ink.entry("never"));
                    throw new IllegalStateException("the change failed");
                }))
                .hasMessage("the change failed");
        ink.recordMany(1);

        assertThat(all()).extracting(Entry::number).containsExactly(2L, 1L);
        assertThat(ink.verdict()).isEqualTo(new Verdict.Whole(ink.head()));
    }

    @Test
    void shortensAndCleansWhatPeopleTyped() {
        ink.record(NewEntry.of(
                        new Actor.Person(Ink.ANN.id(), "a\nb\u0000@example.com\ud800"),
                        Action.SIGN_IN_FAILED,
                        new Subject(Subject.Kind.PERSON, "x".repeat(5_000)))
                .after(Details.of("agent", "y".repeat(5_000))));

        Entry entry = all().getFirst();
        assertThat(entry.actor().words()).isEqualTo("a\uFFFDb\uFFFD@example.com\uFFFD");
        assertThat(entry.subjectId()).isEqualTo("x".repeat(1_000) + "\u2026");
        assertThat(entry.after().values()).containsEntry("agent", "y".repeat(1_000) + "\u2026");
        assertThat(ink.verdict()).isInstanceOf(Verdict.Whole.class);
    }

    @ParameterizedTest
    @CsvSource({"0123456789, ****6789", "012345678, ****5678", "01234567, ****", "12, ****"})
    void showsTheEndOfAnAccountNumberAlone(String number, String shown) {
        assertThat(Details.NONE.withAccount("account", number).values()).containsEntry("account", shown);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
                    # whose | environment | actor           | action             | kind       | subject | hours | found
                    -       | -           | -               | -                  | -          | -       | -     | 5,4,3,2,1
                    acme    | -           | -               | -                  | -          | -       | -     | 4,3,1
                    other   | -           | -               | -                  | -          | -       | -     | 5
                    -       | production  | -               | -                  | -          | -       | -     | 4
                    -       | -           | ann@example.com | -                  | -          | -       | -     | 5,1
                    -       | -           | app-1           | -                  | -          | -       | -     | 3
                    -       | -           | root            | -                  | -          | -       | -     | 2
                    -       | -           | nobody          | -                  | -          | -       | -     | -
                    -       | -           | -               | rate.set           | -          | -       | -     | 2
                    -       | -           | -               | -                  | credential | -       | -     | 5,4,3,1
                    -       | -           | -               | -                  | -          | one     | -     | 3,1
                    -       | -           | -               | -                  | -          | -       | 1-3   | 3,2
                    acme    | -           | app-1           | credential.revoked | credential | one     | 0-9   | 3
                    """)
    void findsByAllThatIsAskedFor(
            String whose,
            String environment,
            String actor,
            String action,
            String kind,
            String subject,
            String between,
            String found) {
        Instant start = ink.clock.instant();
        fill();
        Optional<String> hours = Optional.ofNullable(between);
        TrailQuery query = new TrailQuery(
                Optional.ofNullable(whose).map(name -> name.equals("acme") ? Ink.ACME : Ink.OTHER),
                Optional.ofNullable(environment).flatMap(Environment::parse),
                Optional.ofNullable(actor),
                Optional.ofNullable(action).flatMap(Action::parse),
                Optional.ofNullable(kind).flatMap(Subject.Kind::parse),
                Optional.ofNullable(subject),
                hours.map(text -> start.plus(Duration.ofHours(Long.parseLong(text.split("-")[0])))),
                hours.map(text -> start.plus(Duration.ofHours(Long.parseLong(text.split("-")[1])))));

        assertThat(numbers(query, OptionalLong.empty(), 10))
                .isEqualTo(Optional.ofNullable(found).orElse(""));
    }

    /// An entry an hour.
    private void fill() {
        Actor app = new Actor.Application("app-1");
        hourly(Ink.entry("one"));
        hourly(NewEntry.of(new Actor.CommandLine("root"), Action.RATE_SET, new Subject(Subject.Kind.RATE, "USD NGN")));
        hourly(NewEntry.of(app, Action.CREDENTIAL_REVOKED, new Subject(Subject.Kind.CREDENTIAL, "one"))
                .concerning(Ink.ACME));
        hourly(NewEntry.of(Actor.PROGRAM, Action.CREDENTIAL_LIMITED, new Subject(Subject.Kind.CREDENTIAL, "two"))
                .concerning(Ink.PRODUCTION));
        hourly(NewEntry.of(Ink.ANN, Action.CREDENTIAL_CREATED, new Subject(Subject.Kind.CREDENTIAL, "three"))
                .concerning(Ink.OTHER));
    }

    private void hourly(NewEntry entry) {
        ink.db.run(tx -> ink.trail.record(tx, entry));
        ink.clock.advance(Duration.ofHours(1));
    }

    @Test
    void isReadInPartsThatNeverOverlap() {
        ink.recordMany(5);

        Entries first = page(OptionalLong.empty());
        assertThat(first.next()).isEqualTo(OptionalLong.of(4));
        ink.recordMany(1);
        assertThat(numbers(TrailQuery.ALL, first.next(), 2)).isEqualTo("3,2");
        Entries last = page(OptionalLong.of(2));
        assertThat(last.entries()).hasSize(1);
        assertThat(last.next()).isEmpty();
    }

    @Test
    void isReadAsAWholeAcrossBatches() {
        int count = Trail.BATCH + 3;
        ink.db.run(tx -> {
            for (int i = 1; i <= count; i++) {
                ink.trail.record(tx, Ink.entry("app-" + i));
            }
        });
        List<Long> numbers = new ArrayList<>();
        ink.trail.read(TrailQuery.of(Ink.ACME), entry -> numbers.add(entry.number()));

        assertThat(numbers).hasSize(count).startsWith((long) count).endsWith(1L).doesNotHaveDuplicates();
        assertThat(ink.verdict()).isEqualTo(new Verdict.Whole(ink.head()));
        ink.meddle("UPDATE trail_entry SET source = '10.0.0.1' WHERE number = " + (count - 1));
        assertThat(ink.verdict()).isEqualTo(new Verdict.Broken(count - 1, Verdict.Fault.ALTERED));
    }

    @Test
    void staysWholeWhenTwoProcessesRecordAtOnce() throws InterruptedException {
        int each = 40;
        try (Database otherDb = Database.open(test.address(), 4)) {
            CountDownLatch start = new CountDownLatch(1);
            List<Thread> writers = new ArrayList<>();
            for (Database db : List.of(ink.db, otherDb, ink.db, otherDb)) {
                Trail trail = ink.trail(db, 0);
                writers.add(Thread.ofPlatform().start(() -> {
                    await(start);
                    for (int i = 0; i < each; i++) {
                        db.run(tx -> trail.record(tx, Ink.entry("x")));
                    }
                }));
            }
            start.countDown();
            for (Thread writer : writers) {
                writer.join();
            }
        }

        assertThat(ink.head().number()).isEqualTo(4L * each);
        assertThat(ink.verdict()).isEqualTo(new Verdict.Whole(ink.head()));
    }

    @Test
    void canBeVerifiedWhileOthersRecord() throws InterruptedException {
        ink.recordMany(3);
        Thread writer = Thread.ofPlatform().start(() -> ink.recordMany(50));
        List<Verdict> verdicts = new ArrayList<>();
        while (writer.isAlive()) {
            verdicts.add(ink.verdict());
        }
        writer.join();

        assertThat(verdicts).isNotEmpty().allMatch(Verdict.Whole.class::isInstance);
    }

    private List<Entry> all() {
        return ink.db
                .transact(tx -> ink.trail.list(tx, TrailQuery.ALL, OptionalLong.empty(), 100))
                .entries();
    }

    private Entries page(OptionalLong before) {
        return ink.db.transact(tx -> ink.trail.list(tx, TrailQuery.ALL, before, 2));
    }

    private String numbers(TrailQuery query, OptionalLong before, int max) {
        List<Entry> entries =
                ink.db.transact(tx -> ink.trail.list(tx, query, before, max)).entries();
        return String.join(
                ",",
                entries.stream().map(entry -> String.valueOf(entry.number())).toList());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
