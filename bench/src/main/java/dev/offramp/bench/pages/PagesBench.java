package dev.offramp.bench.pages;

import dev.offramp.app.DashboardRooms;
import dev.offramp.app.Platform;
import dev.offramp.assets.Asset;
import dev.offramp.bench.ScratchDatabase;
import dev.offramp.bench.lists.LongList;
import dev.offramp.chains.TxHash;
import dev.offramp.dashboard.Dashboard;
import dev.offramp.dashboard.DashboardSettings;
import dev.offramp.dashboard.Page;
import dev.offramp.dashboard.Pages;
import dev.offramp.dashboard.Route;
import dev.offramp.dashboard.Uses;
import dev.offramp.db.Database;
import dev.offramp.deposits.DepositId;
import dev.offramp.deposits.MockTrade;
import dev.offramp.money.AssetCode;
import dev.offramp.people.Email;
import dev.offramp.people.Invitation;
import dev.offramp.people.Invitations;
import dev.offramp.people.Password;
import dev.offramp.people.Role;
import dev.offramp.people.Witness;
import dev.offramp.tenancy.Environment;
import dev.offramp.tenancy.Integration;
import dev.offramp.tenancy.NewIntegration;
import dev.offramp.tenancy.Tenant;
import dev.offramp.wallets.Generation;
import dev.offramp.wallets.Label;
import dev.offramp.wallets.Wallet;
import dev.offramp.web.Web;
import dev.offramp.web.WebSettings;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Opens the pages of a business with very many transactions.
public final class PagesBench {

    private static final long MILLIS_MAX = 100;
    private static final long BYTES_MAX = 150_000;
    private static final long HEAP_MAX = 4;
    private static final int WARM_UP = 20;
    private static final int TIMES = 51;
    private static final int CONNECTIONS = 8;
    private static final int PLACES = 64;
    private static final int BOOKED_AT_ONCE = 50_000;
    private static final int CONFIRMATIONS = 6;
    private static final int LOOK_EVERY = 1 << 23;
    private static final Email EMAIL = new Email("ada@example.com");
    private static final String PASSWORD = "a fine long password";

    private final PrintStream out;
    private final long rows;
    private final List<String> misses = new ArrayList<>();

    public PagesBench(PrintStream out, long rows) {
        this.out = out;
        this.rows = rows;
    }

    /// On an embedded database with its usual, durable settings.
    ///
    /// @return what missed its aim
    public List<String> run() {
        try (ScratchDatabase scratch = ScratchDatabase.start();
                Database db = Database.open(scratch.address(), CONNECTIONS)) {
            Platform platform = ScratchDatabase.platform(db);
            Integration business =
                    ((NewIntegration.Created) platform.tenancy().createIntegration("long lists")).integration();
            Tenant tenant = new Tenant(business.id(), Environment.DEVELOPMENT);
            fill(platform, tenant);
            List.of("deposit", "posting").forEach(table -> LongList.vacuum(scratch.address(), table));
            settle(platform);
            join(platform, business);
            Uses uses = DashboardRooms.of(platform, new DashboardSettings(false, "http://localhost", List.of()));
            List<Page> pages = Pages.all(uses);
            try (Web web = serve(platform, Dashboard.create(pages, uses, platform.clock()));
                    Member member = new Member(URI.create("http://localhost:" + web.port()))) {
                member.signIn(EMAIL.text(), PASSWORD);
                visit(member, "/b/" + business.merchantReference() + "/development", paths(pages));
            }
        }
        return List.copyOf(misses);
    }

    private void fill(Platform platform, Tenant tenant) {
        long startedAt = System.nanoTime();
        Instant start = platform.clock().instant().minusSeconds(rows).truncatedTo(ChronoUnit.SECONDS);
        LongList list = new LongList(platform, tenant, start);
        list.fill(1, rows);
        DepositId model = deposit(platform, tenant);
        BookStore books = new BookStore();
        for (long first = 1; first <= rows; first += BOOKED_AT_ONCE) {
            long from = first;
            platform.db().run(tx -> books.book(tx, model, from, Math.min(rows, from + BOOKED_AT_ONCE - 1)));
        }
        platform.db().run(tx -> books.count(tx, tenant));
        out.printf("%,d transactions of one business filled and booked in %.0f s%n", rows, since(startedAt) / 1e3);
    }

    /// One that came the usual way.
    private static DepositId deposit(Platform platform, Tenant tenant) {
        Asset asset = platform.assets().find(new AssetCode("SOL_USDC_JKVK")).orElseThrow();
        Wallet wallet =
                ((Generation.Generated) platform.wallets().generate(tenant, asset, new Label("model"))).wallet();
        MockTrade trade = new MockTrade(
                wallet.address(),
                asset.code(),
                new BigDecimal("59"),
                new BigDecimal("59"),
                "model",
                new TxHash("model"),
                Optional.empty(),
                1);
        DepositId id = ((MockTrade.Outcome.Queued) platform.deposits().mock(tenant, trade)).id();
        for (int block = 0; block < CONFIRMATIONS; block++) {
            settle(platform);
            platform.sandbox().mine(1);
        }
        settle(platform);
        return id;
    }

    /// Lets everything run until nothing is left to do.
    private static void settle(Platform platform) {
        while (platform.loops().stream().map(loop -> loop.step().runOnce()).reduce(false, Boolean::logicalOr)) {
            continue;
        }
    }

    private static void join(Platform platform, Integration business) {
        Invitations.Made made = platform.db()
                .transact(tx -> platform.people()
                        .invitations()
                        .invite(tx, EMAIL, new Invitation.Offer.Place(business.id(), Role.OWNER), Optional.empty()));
        platform.people().signUps().byInvitation(made.token(), "Ada", new Password(PASSWORD), "", Witness.none());
    }

    private static Web serve(Platform platform, Dashboard dashboard) {
        WebSettings settings = new WebSettings("127.0.0.1", 0, List.of(), PLACES, Optional.empty());
        Web web = Web.create(settings, List.of(dashboard), platform.clock(), platform.ids());
        web.start();
        return web;
    }

    /// What the menu of a business leads to, and the second page of the long list.
    private static List<String> paths(List<Page> pages) {
        Stream<String> menu = pages.stream()
                .filter(page -> page.menu().isPresent())
                .map(page -> page.route().path())
                .filter(path -> path.startsWith(Route.BUSINESS))
                .map(path -> path.substring(Route.BUSINESS.length()));
        return Stream.concat(menu, Stream.of("/transactions?page=2")).toList();
    }

    private void visit(Member member, String root, List<String> paths) {
        for (String path : paths) {
            measure(member, root, path);
        }
        long bytes = member.withFiles(member.page(root));
        out.printf("the first page with its styles and scripts: %,d bytes%n", bytes);
        if (bytes > BYTES_MAX) {
            misses.add("the first page comes to %,d bytes".formatted(bytes));
        }
        String days = Instant.now().minusSeconds(rows).atZone(ZoneOffset.UTC).toLocalDate() + "&until="
                + Instant.now().atZone(ZoneOffset.UTC).toLocalDate();
        download(member, root + "/reports/lines.csv?from=" + days);
        download(member, root + "/transactions/table.csv");
    }

    private void measure(Member member, String root, String path) {
        long[] times = new long[TIMES];
        int bytes = 0;
        for (int i = -WARM_UP; i < TIMES; i++) {
            long startedAt = System.nanoTime();
            String page = member.page(root + path);
            if (i >= 0) {
                times[i] = System.nanoTime() - startedAt;
            }
            bytes = page.getBytes(StandardCharsets.UTF_8).length;
        }
        Arrays.sort(times);
        double median = times[TIMES / 2] / 1e6;
        out.printf(
                "  %-24s median %6.1f ms   worst %6.1f ms   %,8d bytes%n",
                path.isEmpty() ? "/" : path, median, times[TIMES - 1] / 1e6, bytes);
        if (median > MILLIS_MAX) {
            misses.add("%s took %.0f ms".formatted(path, median));
        }
    }

    private void download(Member member, String path) {
        long startedAt = System.nanoTime();
        Heap heap = new Heap();
        long lines = 0;
        long bytes = 0;
        try (InputStream in = member.file(path)) {
            byte[] buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (bytes / LOOK_EVERY != (bytes + read) / LOOK_EVERY) {
                    heap.look();
                }
                bytes += read;
                for (int i = 0; i < read; i++) {
                    lines += buffer[i] == '\n' ? 1 : 0;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        heap.look();
        out.printf(
                "%s: %,d lines, %,d MB in %.0f s, %s%n",
                path.replaceFirst("\\?.*", "").replaceFirst(".*/", ""),
                lines,
                bytes >> 20,
                since(startedAt) / 1e3,
                heap);
        if (heap.grownMegabytes() > HEAP_MAX) {
            misses.add("%s makes the heap grow by %d MB".formatted(path, heap.grownMegabytes()));
        }
        if (lines < rows) {
            misses.add("%s has %,d lines alone".formatted(path, lines));
        }
    }

    private static long since(long startedAt) {
        return (System.nanoTime() - startedAt) / 1_000_000;
    }
}
