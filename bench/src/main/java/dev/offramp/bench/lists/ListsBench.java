package dev.offramp.bench.lists;

import dev.offramp.app.Platform;
import dev.offramp.bench.ScratchDatabase;
import dev.offramp.db.Database;
import dev.offramp.db.DatabaseAddress;
import dev.offramp.deposits.Deposit;
import dev.offramp.http.trade.TradeRendering;
import dev.offramp.lists.ListCheckpoints;
import dev.offramp.lists.ListQuery.Filter;
import dev.offramp.lists.Part;
import dev.offramp.money.AssetCode;
import dev.offramp.tenancy.Environment;
import dev.offramp.tenancy.NewIntegration;
import dev.offramp.tenancy.Tenant;
import dev.offramp.wallets.Wallet;
import java.io.PrintStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Fills the list of one tenant's deposits and measures how long its parts take.
public final class ListsBench {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final int WARM_UP = 20;
    private static final int TIMES = 21;
    /// So many times its limit is no noise.
    private static final long GROSS = 8;

    private final PrintStream out;
    private final long rows;
    private final List<String> faults = new ArrayList<>();

    public ListsBench(PrintStream out, long rows) {
        this.out = out;
        this.rows = rows;
    }

    /// On an embedded database with its usual, durable settings.
    ///
    /// @return what was wrong, or much too slow
    public List<String> run() {
        try (ScratchDatabase scratch = ScratchDatabase.start()) {
            return runOn(scratch.address());
        }
    }

    public List<String> runOn(DatabaseAddress address) {
        try (Database db = Database.open(address, 4)) {
            Platform platform = ScratchDatabase.platform(db);
            Tenant tenant = tenant(platform);
            LongList list = new LongList(platform, tenant, START);
            fill(list);
            LongList.vacuum(address, "deposit");
            count(platform);
            for (Question question : questions(platform, list.wallets())) {
                measure(platform, tenant, question, rows);
            }
            grow(platform, tenant, list);
        }
        return List.copyOf(faults);
    }

    private static Tenant tenant(Platform platform) {
        NewIntegration.Created made =
                (NewIntegration.Created) platform.tenancy().createIntegration("long lists");
        return new Tenant(made.integration().id(), Environment.DEVELOPMENT);
    }

    private void fill(LongList list) {
        long startedAt = System.nanoTime();
        list.fill(1, rows);
        out.printf(
                "%,d deposits of one tenant in %d wallets filled in %.0f s%n",
                rows, LongList.WALLETS, since(startedAt) / 1e3);
    }

    private void count(Platform platform) {
        long startedAt = System.nanoTime();
        advance(platform);
        out.printf("counted and marked for the first time in %.1f s%n", since(startedAt) / 1e3);
    }

    private static void advance(Platform platform) {
        ListCheckpoints checkpoints =
                ListCheckpoints.of(platform.db(), platform.deposits().list());
        while (checkpoints.runOnce()) {
            continue;
        }
    }

    private List<Question> questions(Platform platform, List<Wallet> wallets) {
        String second = platform.assets()
                .find(new AssetCode("SOL_TEST"))
                .orElseThrow()
                .id()
                .toString();
        int middle = Math.toIntExact(Math.max(1, rows / 20));
        int last = Math.toIntExact(Math.max(1, rows / 10));
        return List.of(
                Question.page("page 1", 1, 50),
                Question.page("page " + middle, middle, 250),
                Question.page("page " + last, last, 250),
                Question.oldestFirst("page " + middle + ", oldest first", middle),
                Question.filter("status:completed", 1, n -> isCompleted(n), new Filter("status", "completed")),
                Question.filter(
                        "status:completed, page " + middle / 2,
                        middle / 2,
                        n -> isCompleted(n),
                        new Filter("status", "completed")),
                Question.filter("status:flagged", 1, n -> n % FillStore.RARE == 2, new Filter("status", "flagged")),
                Question.filter(
                        "status:flagged,status:pending",
                        1,
                        n -> n % FillStore.RARE == 1 || n % FillStore.RARE == 2,
                        new Filter("status", "flagged"),
                        new Filter("status", "pending")),
                Question.filter(
                        "asset (one of " + FillStore.SECOND_ASSET + ")",
                        1,
                        n -> n % FillStore.SECOND_ASSET == 0,
                        new Filter("asset", second)),
                Question.filter(
                        "wallet (one of " + LongList.WALLETS + ")",
                        1,
                        n -> n % LongList.WALLETS == 7,
                        new Filter("wallet", wallets.get(7).id().toString())),
                Question.filter(
                        "wallet and status:flagged",
                        1,
                        n -> n % LongList.WALLETS == 2 && n % FillStore.RARE == 2,
                        new Filter("wallet", wallets.get(2).id().toString()),
                        new Filter("status", "flagged")),
                Question.filter("txHash", 1, n -> n == rows / 3, new Filter("txHash", "hash-" + rows / 3)),
                Question.search("search for a hash", "hash-" + rows / 2, n -> n == rows / 2));
    }

    private static boolean isCompleted(long n) {
        long rare = n % FillStore.RARE;
        return rare < 1 || rare > 3;
    }

    private void measure(Platform platform, Tenant tenant, Question question, long filled) {
        Expected expected = Expected.of(question, filled);
        long[] times = new long[TIMES];
        for (int i = -WARM_UP; i < TIMES; i++) {
            long startedAt = System.nanoTime();
            Part<?> part = ask(platform, tenant, question);
            if (i >= 0) {
                times[i] = System.nanoTime() - startedAt;
            }
            check(expected, part);
        }
        Arrays.sort(times);
        double median = times[TIMES / 2] / 1e6;
        out.printf("  %-42s median %7.1f ms   worst %7.1f ms%n", question.name(), median, times[TIMES - 1] / 1e6);
        question.limitMs()
                .filter(limit -> median > limit * GROSS)
                .ifPresent(limit -> faults.add(
                        "%s took %.0f ms, where %d ms are promised".formatted(question.name(), median, limit)));
    }

    /// As the endpoint asks: with all that is shown of each deposit, but for writing the JSON.
    private static Part<?> ask(Platform platform, Tenant tenant, Question question) {
        TradeRendering rendering =
                new TradeRendering(platform.assets(), platform.wallets(), platform.deposits(), platform.outflows());
        return platform.db().view(tx -> {
            Part<Deposit> part = platform.deposits().list().page(tx, tenant, question.query());
            rendering.all(tx, part.items());
            return part;
        });
    }

    private void check(Expected expected, Part<?> part) {
        List<String> found = part.items().stream()
                .map(item -> ((Deposit) item).id().toString())
                .toList();
        if (part.total() != expected.total() || !found.equals(expected.ids())) {
            faults.add(expected.name() + " answered " + found + " of " + part.total() + " instead of " + expected.ids()
                    + " of " + expected.total());
        }
    }

    /// Inserting, counting now and then, and asking between.
    private void grow(Platform platform, Tenant tenant, LongList list) {
        long more = rows;
        for (int round = 0; round < 4; round++) {
            long from = more + 1;
            more += 700;
            list.fill(from, more);
            if (round % 2 == 1) {
                advance(platform);
            }
            for (int page : new int[] {1, 2 + (int) (rows / 17), 1 + (int) (rows / 11)}) {
                Question question = Question.page("page " + page + " of a growing list", page, 250);
                check(Expected.of(question, more), ask(platform, tenant, question));
            }
        }
        measure(platform, tenant, Question.page("page 1, after it grew", 1, 50), more);
    }

    private static long since(long startedAt) {
        return (System.nanoTime() - startedAt) / 1_000_000;
    }
}
