package dev.offramp.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.offramp.db.CommitPoints;
import dev.offramp.db.Database;
import dev.offramp.db.ManualClock;
import dev.offramp.db.ObjectId;
import dev.offramp.db.ObjectIds;
import dev.offramp.db.TestDatabase;
import dev.offramp.db.Trouble;
import dev.offramp.lists.Batch;
import dev.offramp.lists.ListQuery;
import dev.offramp.tenancy.Environment;
import dev.offramp.tenancy.IntegrationId;
import dev.offramp.tenancy.Tenant;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is noted, written, found and forgotten.
class RequestsTest {

    private static final Tenant ACME =
            new Tenant(new IntegrationId(new ObjectId("66f0a1b2c3d4e5f607182930")), Environment.DEVELOPMENT);
    private static final Tenant ACME_PRODUCTION = new Tenant(ACME.integration(), Environment.PRODUCTION);

    private final ManualClock clock = new ManualClock();
    private final ObjectIds ids = new ObjectIds(clock, new Random(4));
    private final TestDatabase test = TestDatabase.create();
    private final Database db = test.database();
    private final Requests requests = Requests.create(db, clock);

    @AfterEach
    void close() {
        test.close();
    }

    @Test
    void keepsAllThatWasNoted() {
        LoggedRequest noted = new LoggedRequest(
                ids.next(),
                ACME,
                "app-1",
                "HEAD",
                "GET /trades/{id}",
                "/v1/trades/66f0a1b2c3d4e5f607182930",
                422,
                Duration.ofMillis(7),
                clock.instant(),
                "203.0.113.7",
                Optional.of("validation errors"),
                List.of("amount", "pin"));
        LoggedRequest plain = request(200);
        requests.note(noted);
        requests.note(plain);
        write();

        assertThat(find(ACME, noted.id())).contains(noted);
        assertThat(find(ACME, plain.id())).contains(plain);
    }

    @Test
    void showsARequestToItsTenantAlone() {
        LoggedRequest noted = noted(request(200));
        write();

        assertThat(find(ACME_PRODUCTION, noted.id())).isEmpty();
        assertThat(list(ACME_PRODUCTION, everything(), Optional.empty(), 10).items())
                .isEmpty();
        assertThat(list(ACME_PRODUCTION, everything(), Optional.of(noted.id()), 10)
                        .items())
                .isEmpty();
    }

    @Test
    void isReadInPartsNewestFirst() {
        List<LoggedRequest> noted = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            noted.addFirst(noted(request(200)));
            clock.advance(Duration.ofMillis(300));
        }
        write();

        Batch<LoggedRequest> first = list(ACME, everything(), Optional.empty(), 2);
        assertThat(first.items()).containsExactlyElementsOf(noted.subList(0, 2));
        noted(request(200));
        write();
        Batch<LoggedRequest> second = list(
                ACME,
                everything(),
                Optional.of(new ObjectId(first.next().orElseThrow().id())),
                2);
        assertThat(second.items()).containsExactlyElementsOf(noted.subList(2, 4));
        Batch<LoggedRequest> last =
                list(ACME, everything(), Optional.of(noted.get(3).id()), 2);
        assertThat(last.items()).containsExactly(noted.getLast());
        assertThat(last.next()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
                    # filters                                | found
                    -                                        | 200 404 500 422 201
                    status=2xx                               | 200 201
                    status=4xx                               | 404 422
                    status=5xx                               | 500
                    status=failed                            | 404 500 422
                    status=2xx,status=5xx                    | 200 500 201
                    method=get                               | 200 404 500
                    method=POST                              | 422
                    method=put                               | 201
                    method=delete                            | -
                    path=/trades/{id}                        | 404 500 201
                    path=/trades                             | 200 422
                    path=/nothing                            | -
                    path=/trades/{id},method=get             | 404 500
                    path=/trades/{id},method=get,status=5xx  | 500
                    """)
    void findsByAllThatIsAskedFor(String filters, String found) {
        noted(request("PUT /trades/{id}", 201));
        noted(request("POST /trades", 422));
        noted(request("GET /trades/{id}", 500));
        noted(request("GET /trades/{id}", 404));
        noted(request("GET /trades", 200));
        write();
        List<ListQuery.Filter> wanted = Optional.ofNullable(filters).stream()
                .flatMap(text -> List.of(text.split(",")).stream())
                .map(text -> new ListQuery.Filter(text.split("=")[0], text.split("=")[1]))
                .toList();
        ListQuery query =
                new ListQuery(1, 10, Optional.empty(), wanted, Optional.empty(), Optional.empty(), Optional.empty());

        assertThat(list(ACME, query, Optional.empty(), 10).items().stream()
                        .map(one -> String.valueOf(one.status()))
                        .toList())
                .isEqualTo(found == null ? List.of() : List.of(found.split(" ")));
    }

    @Test
    void findsByIdAndTimeInTheList() {
        LoggedRequest first = noted(request(200));
        clock.advance(Duration.ofMinutes(1));
        LoggedRequest second = noted(request(200));
        write();
        ListQuery byId = new ListQuery(
                1,
                10,
                Optional.empty(),
                List.of(),
                Optional.of(first.id().value()),
                Optional.empty(),
                Optional.empty());
        ListQuery byTime = new ListQuery(
                1, 10, Optional.empty(), List.of(), Optional.empty(), Optional.of(second.at()), Optional.empty());

        assertThat(list(ACME, byId, Optional.empty(), 10).items()).containsExactly(first);
        assertThat(list(ACME, byTime, Optional.empty(), 10).items()).containsExactly(second);
    }

    @Test
    void writesManyInBatchesAndThenRests() {
        IntStream.range(0, 2 * Writer.BATCH + 1).forEach(_ -> requests.note(request(200)));

        assertThat(requests.writeStep().runOnce()).isTrue();
        assertThat(count()).isEqualTo(Writer.BATCH);
        assertThat(requests.writeStep().runOnce()).isTrue();
        assertThat(requests.writeStep().runOnce()).isFalse();
        assertThat(count()).isEqualTo(2 * Writer.BATCH + 1);
        assertThat(requests.writeStep().runOnce()).isFalse();
    }

    @Test
    void dropsAndCountsWhatIsTooMuch() {
        Requests small = Requests.create(db, clock, 3);
        IntStream.range(0, 5).forEach(_ -> small.note(request(200)));
        assertThat(small.dropped()).isEqualTo(2);

        small.writeStep().runOnce();
        small.note(request(200));
        small.writeStep().runOnce();
        assertThat(count()).isEqualTo(4);
        assertThat(small.dropped()).isEqualTo(2);
    }

    @Test
    void writesWhatWaitsWhenItIsClosed() {
        IntStream.range(0, Writer.BATCH + 1).forEach(_ -> requests.note(request(200)));
        requests.close();

        assertThat(count()).isEqualTo(Writer.BATCH + 1);
    }

    @Test
    void keepsABatchUntilTheDatabaseIsBackAndWritesItOnce() {
        AwayOnce away = new AwayOnce();
        try (Database shaky = Database.join(test.address(), 2, away)) {
            Requests patient = Requests.create(shaky, clock);
            patient.note(request(200));
            assertThatThrownBy(patient.writeStep()::runOnce).isInstanceOf(Trouble.class);
            assertThat(count()).isEqualTo(1);
            patient.note(request(200));
            patient.writeStep().runOnce();
        }

        assertThat(count()).isEqualTo(2);
    }

    /// The first commit arrives, and nobody hears of it.
    private static final class AwayOnce implements CommitPoints {
        private boolean wasAway;

        @Override
        public void afterCommit() {
            if (!wasAway) {
                wasAway = true;
                throw new Trouble("the database did not answer", Duration.ofSeconds(1));
            }
        }
    }

    @Test
    void losesABatchThatCannotBeWrittenRatherThanAllAfterIt() {
        requests.note(request(9_999));
        assertThatThrownBy(requests.writeStep()::runOnce).isInstanceOf(RuntimeException.class);
        requests.note(request(200));
        requests.writeStep().runOnce();

        assertThat(count()).isEqualTo(1);
    }

    @Test
    void forgetsAfterSevenDays() {
        LoggedRequest old = noted(request(200));
        clock.advance(Duration.ofDays(1));
        LoggedRequest young = noted(request(200));
        write();
        clock.advance(Duration.ofDays(6));
        assertThat(requests.expireStep().runOnce()).isFalse();
        assertThat(find(ACME, old.id())).isPresent();

        clock.advance(Duration.ofSeconds(1));
        assertThat(requests.expireStep().runOnce()).isFalse();
        assertThat(find(ACME, old.id())).isEmpty();
        assertThat(find(ACME, young.id())).isPresent();
    }

    @Test
    void forgetsManyInBatches() {
        IntStream.range(0, RequestExpiry.BATCH + 1).forEach(_ -> requests.note(request(200)));
        requests.close();
        clock.advance(Duration.ofDays(8));

        assertThat(requests.expireStep().runOnce()).isTrue();
        assertThat(count()).isEqualTo(1);
        assertThat(requests.expireStep().runOnce()).isFalse();
        assertThat(count()).isZero();
    }

    @Test
    void takesWhateverAClientCallsItsFieldsAndPaths() {
        List<String> names = new ArrayList<>(List.of("a\nb", "\u0000", "\ud800", "\u20a6", "x".repeat(100)));
        IntStream.range(0, 50).forEach(i -> names.add("f" + i));
        LoggedRequest hostile = new LoggedRequest(
                ids.next(),
                ACME,
                "app-1",
                "GET",
                "GET /trades/{id}",
                "/v1/trades/\u0000" + "y".repeat(1_000),
                422,
                Duration.ZERO,
                clock.instant(),
                "203.0.113.7",
                Optional.empty(),
                names);
        requests.note(hostile);
        write();

        LoggedRequest found = find(ACME, hostile.id()).orElseThrow();
        assertThat(found).isEqualTo(hostile);
        assertThat(found.fields()).hasSize(20).startsWith("a?b", "?", "?", "\u20a6", "x".repeat(64), "f0");
        assertThat(found.path()).hasSize(300).startsWith("/v1/trades/?y");
    }

    private LoggedRequest noted(LoggedRequest request) {
        requests.note(request);
        clock.advance(Duration.ofMillis(1));
        return request;
    }

    private LoggedRequest request(int status) {
        return request("GET /trades", status);
    }

    private LoggedRequest request(String route, int status) {
        return new LoggedRequest(
                ids.next(),
                ACME,
                "app-1",
                route.split(" ")[0],
                route,
                "/v1" + route.split(" ")[1],
                status,
                Duration.ofMillis(3),
                clock.instant(),
                "203.0.113.7",
                Optional.empty(),
                List.of());
    }

    private void write() {
        requests.writeStep().runOnce();
    }

    private static ListQuery everything() {
        return ListQuery.page(1, 10);
    }

    private Batch<LoggedRequest> list(Tenant tenant, ListQuery query, Optional<ObjectId> after, int max) {
        return db.view(tx -> requests.list(tx, tenant, query, after, max));
    }

    private Optional<LoggedRequest> find(Tenant tenant, ObjectId id) {
        return db.transact(tx -> requests.find(tx, tenant, id));
    }

    private int count() {
        return db.transact(tx -> tx.sql()
                .createQuery("SELECT count(*) FROM request_log")
                .mapTo(Integer.class)
                .one());
    }
}
