package dev.offramp.dashboard.transactions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.assets.Network;
import dev.offramp.chains.simulated.Fate;
import dev.offramp.dashboard.Chains;
import dev.offramp.dashboard.TestBrowser;
import dev.offramp.dashboard.TestBrowser.Reply;
import dev.offramp.dashboard.TestDashboard;
import dev.offramp.db.CountedStatements;
import dev.offramp.deposits.DepositId;
import dev.offramp.money.Fiat;
import dev.offramp.people.Role;
import dev.offramp.tenancy.Environment;
import dev.offramp.tenancy.Integration;
import dev.offramp.tenancy.Tenant;
import dev.offramp.wallets.Wallet;
import dev.offramp.webhooks.Endpoint;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The pages about what came in.
class TransactionPagesTest {

    private static final String NUMBER = "0123456789";
    private static final String POLLS = "hx-trigger=\"every 2s\"";

    private final TestDashboard dashboard = new TestDashboard();
    private final Chains chains = new Chains(dashboard);
    private final String path = dashboard.root() + "/transactions";

    @BeforeEach
    void receive() {
        dashboard.receiver.always(200);
        dashboard
                .platform
                .webhooks()
                .addEndpoint(dashboard.tenant(), "http://127.0.0.1:9/hook", new Endpoint.Events.All());
    }

    @AfterEach
    void close() {
        dashboard.close();
    }

    private String pathOf(DepositId deposit) {
        return path + "/" + deposit;
    }

    @Test
    void showsTheWholeLifeOfAMockDeposit() {
        Wallet wallet = chains.settlingWallet(dashboard.tenant(), "ada", NUMBER);
        TestBrowser developer = dashboard.member(Role.DEVELOPER);
        assertThat(developer.get(path + "/mock?to=" + wallet.address()).body())
                .contains("value=\"" + wallet.address() + "\"", "ada, USDC on Solana");

        Reply made = developer.post(path + "/mock", "to", wallet.address().value(), "usd", "59");
        assertThat(made.outcome()).matches("303 " + path + "/[0-9a-f]{24}");
        String begun = developer.get(made.location()).body();
        assertThat(begun).contains("Confirming", "0 of 3 confirmations", "59 USDC on Solana", POLLS);

        chains.blocks(2);
        String progress = developer.get(made.location() + "/progress").body();
        assertThat(progress)
                .contains("2 of 3 confirmations", "In a block", POLLS)
                .doesNotContain("<html", "class=\"menu\"");

        chains.blocks(8);
        String over = developer.get(made.location() + "/progress").body();
        assertThat(over)
                .doesNotContain(POLLS)
                .contains("Credited", "94,221.52 NGN, after a fee of 473.48 NGN.")
                .contains("1,605 NGN a dollar", "source: fixed", "1 USD a coin", "source: mock", "0.5% of the amount")
                .contains("Payout placed", "Payout paid", "94,171.00 NGN to OPay.", "a bank account at OPay")
                .contains("Event acknowledged", "trade.completed to http://127.0.0.1:9/hook, 1 attempt.")
                .contains("deposit credited", "payout paid", "your balance", "94,695.00 NGN")
                .doesNotContain(NUMBER);
        assertThat(over.indexOf("Seen")).isLessThan(over.indexOf("Payout paid"));
    }

    @Test
    void saysWhyADepositIsHeldBackAndWhatWouldComeOfIt() {
        Wallet wallet = chains.wallet(dashboard.tenant(), "poor");
        DepositId deposit = chains.deposit(wallet, "20");
        chains.blocks(6);
        TestBrowser viewer = dashboard.member(Role.VIEWER);

        assertThat(viewer.get(pathOf(deposit)).body())
                .contains("Held back", "The deposit is below the minimum.", "Would bring", "deposit held back")
                .contains("32,100.00 NGN", POLLS);

        dashboard.platform.deposits().reject(deposit, "not wanted");
        chains.blocks(1);
        assertThat(viewer.get(pathOf(deposit)).body())
                .contains("Rejected", "not wanted")
                .doesNotContain(POLLS);
    }

    @Test
    void tellsOfADepositThatLeftItsChain() {
        Wallet wallet = chains.wallet(dashboard.tenant(), "gone");
        DepositId deposit = chains.deposit(wallet, "59");
        chains.blocks(1);
        dashboard.platform.sandbox().reorg(Network.SOLANA, 1, new Fate.Dropped());
        chains.blocks(8);

        assertThat(dashboard.member(Role.VIEWER).get(pathOf(deposit)).body())
                .contains("Left the chain", "Nothing is booked yet.")
                .doesNotContain(POLLS);
    }

    @Test
    void tellsWhyADepositWasNotSettled() {
        dashboard
                .platform
                .db()
                .run(tx -> dashboard
                        .platform
                        .payouts()
                        .limit(tx, dashboard.tenant(), Fiat.NGN, Optional.of(Fiat.NGN.money("1000.00"))));
        DepositId deposit = chains.deposit(chains.settlingWallet(dashboard.tenant(), "rich", NUMBER), "59");
        chains.blocks(8);

        assertThat(dashboard.member(Role.VIEWER).get(pathOf(deposit)).body())
                .contains("Not settled", "94,221.00 NGN stay in the balance: above maximum.")
                .doesNotContain(POLLS);
    }

    @Test
    void findsTransactionsByStateAssetTimeHashLabelAndAddress() {
        Wallet rich = chains.wallet(dashboard.tenant(), "rich");
        Wallet poor = chains.wallet(dashboard.tenant(), "poor");
        DepositId credited = chains.deposit(rich, "59");
        DepositId held = chains.deposit(poor, "20");
        chains.blocks(6);
        TestBrowser viewer = dashboard.member(Role.VIEWER);
        assertThat(viewer.get(path).body()).contains(credited.toString(), held.toString());

        assertFinds(viewer, "?state=completed", credited, held);
        assertFinds(viewer, "?state=flagged", held, credited);
        assertFinds(viewer, "?search=rich", credited, held);
        assertFinds(viewer, "?search=" + poor.address(), held, credited);
        assertFinds(viewer, "?search=" + held, held, credited);
        assertFinds(viewer, "?search=made-up-1", credited, held);
        assertFinds(viewer, "?from=2026-11-24&until=2026-11-24&search=rich", credited, held);
        assertThat(viewer.get(path + "?from=2026-11-25").body()).contains("Nothing matches");
        assertThat(viewer.get(path + "?until=2026-11-23").body()).contains("Nothing matches");
        assertThat(viewer.get(path + "?state=nonsense&asset=x&from=never").body())
                .contains(credited.toString(), held.toString());
    }

    private void assertFinds(TestBrowser browser, String query, DepositId found, DepositId other) {
        assertThat(browser.get(path + query).body())
                .as(query)
                .contains(found.toString())
                .doesNotContain(other.toString());
    }

    @Test
    void downloadsWhatTheListShows() {
        DepositId credited = chains.deposit(chains.wallet(dashboard.tenant(), "=cmd,rich"), "59");
        DepositId held = chains.deposit(chains.wallet(dashboard.tenant(), "poor"), "20");
        chains.blocks(6);
        TestBrowser finance = dashboard.member(Role.FINANCE);

        Reply table = finance.get(path + "/table.csv?state=completed");

        assertThat(table.header("Content-Type")).isEqualTo("text/csv; charset=utf-8");
        assertThat(table.header("Content-Disposition")).contains("attachment", "transactions.csv");
        assertThat(table.body().lines()).hasSize(2);
        assertThat(table.body())
                .startsWith("seen,id,state,label,address,")
                .contains(credited.toString(), "\"'=cmd,rich\"", "94221.52", "473.48")
                .doesNotContain(held.toString());
        assertThat(finance.get(path + "/table.csv").body().lines()).hasSize(3);
    }

    @Test
    void makesNoDepositUpWhereMoneyIsRealOrNothingFits() {
        Wallet wallet = chains.wallet(dashboard.tenant(), "ada");
        TestBrowser owner = dashboard.member(Role.OWNER);

        assertThat(owner.post(path + "/mock", "to", "nobody", "usd", "59").body())
                .contains("There is no address and no label like that.", "value=\"nobody\"", "value=\"59\"");
        assertThat(owner.post(path + "/mock", "to", wallet.label().value(), "usd", "0")
                        .body())
                .contains("Amount in dollars must be greater than 0.");
        assertThat(owner.post(path + "/mock", "to", wallet.label().value(), "usd", "1000001")
                        .body())
                .contains("at most 1,000,000");
        assertThat(owner.get(path.replace("development", "production") + "/mock")
                        .status())
                .isIn(403, 404);
    }

    @Test
    void refusesThoseWhoMayNot() {
        for (Role role : List.of(Role.VIEWER, Role.FINANCE)) {
            TestBrowser member = dashboard.member(role);
            assertThat(member.get(path + "/mock").status()).isEqualTo(403);
            assertThat(member.post(path + "/mock", "to", "ada", "usd", "59").status())
                    .isEqualTo(403);
            assertThat(member.get(path).body()).doesNotContain("/transactions/mock");
        }
        for (Role role : List.of(Role.VIEWER, Role.DEVELOPER)) {
            TestBrowser member = dashboard.member(role);
            assertThat(member.get(path + "/table.csv").status()).isEqualTo(403);
            assertThat(member.get(path).body()).doesNotContain("table.csv");
        }
    }

    @Test
    void showsTheSameForAnotherTenantsTransactionAsForNone() {
        Integration other = dashboard.integration("Neighbour");
        Wallet wallet = chains.wallet(new Tenant(other.id(), Environment.DEVELOPMENT), "theirs");
        DepositId theirs = chains.deposit(wallet, "59");
        TestBrowser owner = dashboard.member(Role.OWNER);
        Reply unknown = owner.get(path + "/" + "0".repeat(24));

        assertThat(unknown.status()).isEqualTo(404);
        assertThat(owner.get(pathOf(theirs)).body().replace(theirs.toString(), "0".repeat(24)))
                .isEqualTo(unknown.body());
        assertThat(owner.get(pathOf(theirs) + "/progress").status()).isEqualTo(404);
        assertThat(owner.get(path + "?search=theirs").body()).contains("Nothing matches");
        assertThat(owner.get(path + "?search=" + theirs).body()).contains("Nothing matches");
        assertThat(owner.post(path + "/mock", "to", wallet.address().value(), "usd", "59")
                        .status())
                .isEqualTo(422);
    }

    @Test
    void showsLabelsAsTheyAreAndNeverAsMarkup() {
        DepositId deposit = chains.deposit(chains.wallet(dashboard.tenant(), "<script>alert(1)</script>"), "59");
        TestBrowser owner = dashboard.member(Role.OWNER);

        for (String page : List.of(path, pathOf(deposit), pathOf(deposit) + "/progress", path + "/mock")) {
            assertThat(owner.get(page).body())
                    .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
                    .doesNotContain("<script>alert");
        }
    }

    @Test
    void asksNothingRowByRow() {
        Wallet wallet = chains.wallet(dashboard.tenant(), "counted");
        DepositId deposit = chains.deposit(wallet, "59");
        chains.blocks(5);
        TestBrowser owner = dashboard.member(Role.OWNER);
        int list = statements(owner, path);
        int page = statements(owner, pathOf(deposit));

        for (int i = 0; i < 12; i++) {
            chains.deposit(chains.wallet(dashboard.tenant(), "counted " + i), "59");
        }
        chains.blocks(5);

        assertThat(statements(owner, path)).isEqualTo(list);
        assertThat(statements(owner, pathOf(deposit))).isEqualTo(page);
    }

    private static int statements(TestBrowser browser, String path) {
        return CountedStatements.during(
                        () -> assertThat(browser.get(path).status()).isEqualTo(200))
                .size();
    }
}
