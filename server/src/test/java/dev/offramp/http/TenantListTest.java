package dev.offramp.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.offramp.db.Database;
import dev.offramp.db.ObjectId;
import dev.offramp.db.TestDatabase;
import dev.offramp.db.Transaction;
import dev.offramp.db.Trouble;
import dev.offramp.lists.Batch;
import dev.offramp.lists.ListQuery;
import dev.offramp.lists.ListSort;
import dev.offramp.lists.ListedTable;
import dev.offramp.lists.Listing;
import dev.offramp.lists.Part;
import dev.offramp.tenancy.Environment;
import dev.offramp.tenancy.IntegrationId;
import dev.offramp.tenancy.Scope;
import dev.offramp.tenancy.Tenant;
import dev.offramp.web.RawAnswer;
import dev.offramp.wire.FormReading;
import dev.offramp.wire.QueryString;
import dev.offramp.wire.Values;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Tables of more rows than are read at once.
class TenantListTest {

    private static final int BATCHES = 5;

    private final TestDatabase test = TestDatabase.create();
    private final Database db = test.database();
    private final List<Transaction> transactions = new ArrayList<>();
    private int troubledBatch = -1;

    public record Item(int n) {}

    /// Gives a number of full batches and one without a row.
    private final class Numbers implements Listing<Item> {

        @Override
        public ListedTable table() {
            return ListedTable.of("numbers", ListSort.CREATED_AT);
        }

        @Override
        public Part<Item> page(Transaction tx, Tenant tenant, ListQuery query) {
            return new Part<>(List.of(new Item(query.page())), 1);
        }

        @Override
        public Batch<Item> batch(Transaction tx, Tenant tenant, ListQuery query, Optional<Batch.Place> after, int max) {
            transactions.add(tx);
            int first = after.map(place -> (int) place.key()).orElse(0);
            if (first == troubledBatch * max) {
                throw new Trouble("the database did not answer", Duration.ofSeconds(1));
            }
            if (first == BATCHES * max) {
                return new Batch<>(List.of(), Optional.empty());
            }
            List<Item> items =
                    IntStream.range(first, first + max).mapToObj(Item::new).toList();
            return new Batch<>(items, Optional.of(new Batch.Place(first + max, "")));
        }
    }

    private final TenantList<Item> list = TenantList.of(db, new Numbers(), Item.class, "numbers", "numbers.csv");

    @AfterEach
    void close() {
        test.close();
    }

    @Test
    void areWrittenInBatchesWithATransactionEach() {
        List<String> lines =
                new Reply(list.answer(request("exports=true"))).body().lines().toList();

        assertThat(lines.getFirst()).isEqualTo("n");
        assertThat(lines.subList(1, lines.size()))
                .isEqualTo(IntStream.range(0, lines.size() - 1)
                        .mapToObj(String::valueOf)
                        .toList())
                .hasSizeGreaterThan(1_000);
        assertThat(transactions).hasSize(BATCHES + 1).doesNotHaveDuplicates();
    }

    @Test
    void areFilesWithANameAndAHead() {
        assertThat(list.answer(request("exports=true")).raw().headers())
                .contains(
                        new RawAnswer.Header("Content-Type", "text/csv; charset=utf-8; header=present"),
                        new RawAnswer.Header("Content-Disposition", "attachment; filename=\"numbers.csv\""));
    }

    @Test
    void tellOfTroubleBeforeTheFirstRowAndBreakOffAfterIt() {
        troubledBatch = 0;
        assertThatThrownBy(() -> list.answer(request("exports=true"))).isInstanceOf(Trouble.class);

        troubledBatch = 2;
        Answer answer = list.answer(request("exports=true"));
        assertThatThrownBy(() -> new Reply(answer)).isInstanceOf(Trouble.class);
    }

    @Test
    void areNotWhatAPageIs() {
        assertThat(new Reply(list.answer(request("page=4&exports=false"))).each("n"))
                .containsExactly("4");
    }

    private Request request(String query) {
        Values values = ((FormReading.Filled) list.on(Route.get("/numbers", Scope.READ))
                        .query()
                        .read(QueryString.read(query).orElseThrow()))
                .values();
        Tenant tenant = new Tenant(new IntegrationId(new ObjectId(Api.NOBODY)), Environment.DEVELOPMENT);
        return new Request("r1", tenant, Map.of(), values, Values.NONE, TenantListTest::changeNothing);
    }

    private static Answer changeNothing(Function<Transaction, Answer> work) {
        throw new AssertionError("a list changes nothing");
    }
}
