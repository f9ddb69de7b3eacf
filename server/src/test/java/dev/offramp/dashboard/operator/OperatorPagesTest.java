package dev.offramp.dashboard.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.app.Platform;
import dev.offramp.assets.Network;
import dev.offramp.chains.Address;
import dev.offramp.chains.BlockRef;
import dev.offramp.dashboard.Operators;
import dev.offramp.dashboard.TestBrowser;
import dev.offramp.dashboard.TestDashboard;
import dev.offramp.db.ObjectId;
import dev.offramp.db.Transaction;
import dev.offramp.deposits.DepositId;
import dev.offramp.jobs.Job;
import dev.offramp.jobs.JobKind;
import dev.offramp.jobs.Step;
import dev.offramp.money.AssetCode;
import dev.offramp.money.Fiat;
import dev.offramp.money.Money;
import dev.offramp.operations.Outside;
import dev.offramp.operations.Reconciliation;
import dev.offramp.operations.Reconciliations;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The pages that are about all of the installation.
class OperatorPagesTest {

    private static final JobKind SEND = new JobKind("test.send");
    private static final Pattern MARKED = Pattern.compile("href=\"([^\"]+)\" aria-current=\"page\"");

    private final TestDashboard dashboard = new TestDashboard();
    private final TestBrowser operator = Operators.signedIn(dashboard);
    private String paid = "0.00";

    @AfterEach
    void close() {
        dashboard.close();
    }

    @Test
    void healthSaysWhatWantsAttention() {
        dashboard.settle();
        String calm = operator.get("/operator").body();
        assertThat(calm).contains("Followed", "Flagged deposits", "of 12 pairs of production have one");

        dashboard.deposit("ada", "10");
        dashboard.settle();
        String page = operator.get("/operator").body();

        assertThat(page).contains("To be decided: 1", "Without a rate: 12");
        assertThat(Operators.statements(operator, "/operator")).isLessThan(25);
    }

    @Test
    void theMenuLeadsToEveryPart() {
        assertThat(operator.get("/operator").body())
                .contains(
                        "href=\"/operator/integrations\"",
                        "href=\"/operator/deposits/flagged\"",
                        "href=\"/operator/arrivals\"",
                        "href=\"/operator/incidents\"",
                        "href=\"/operator/chains\"",
                        "href=\"/operator/hot-wallets\"",
                        "href=\"/operator/rails\"",
                        "href=\"/operator/rates\"",
                        "href=\"/operator/reconciliation\"",
                        "href=\"/operator/trail\"",
                        "href=\"/operator/work\"",
                        "href=\"/operator/finder\"");
    }

    @Test
    void theMenuMarksTheOnePageThatOneIsOn() {
        assertThat(marked("/operator")).containsExactly("/operator");
        assertThat(marked("/operator/reconciliation")).containsExactly("/operator/reconciliation");
        assertThat(marked("/operator/integrations/" + dashboard.business.merchantReference()))
                .containsExactly("/operator/integrations");
    }

    /// Where the marked entries of the menu lead to, which is drawn twice: for wide and for narrow windows.
    private List<String> marked(String path) {
        return MARKED.matcher(operator.get(path).body())
                .results()
                .map(entry -> entry.group(1))
                .distinct()
                .toList();
    }

    @Test
    void reconciliationIsWantedByAPageAndDoneByALoop() {
        Step step = reconciling();
        assertThat(operator.get("/operator/reconciliation").body()).contains("Not reconciled yet");

        assertThat(operator.post("/operator/reconciliation/now").outcome()).isEqualTo("303 /operator/reconciliation");
        assertThat(Operators.lastEntry(dashboard).action()).isEqualTo("books.reconciliation-wanted");
        assertThat(operator.get("/operator/reconciliation/state").body()).contains("every 2s");
        step.runOnce();

        assertThat(operator.get("/operator/reconciliation/state").body())
                .contains("Sound", "Suspense is the deposits flagged", "Holds", "in 6 hours")
                .doesNotContain("every 2s", "<html");
        assertThat(operator.get("/operator/trail").body()).contains("As it was recorded");
    }

    @Test
    void reconciliationShowsWhatDoesNotFit() {
        Step step = reconciling();
        paid = "1000.00";
        operator.post("/operator/reconciliation/now");
        for (int look = 0; look < 3; look++) {
            step.runOnce();
            dashboard.clock.advance(Duration.ofSeconds(5));
        }

        assertThat(operator.get("/operator/reconciliation").body()).contains("Faults: 1", "the rail paid");
        assertThat(operator.get("/operator").body()).contains("Faults: 1");
    }

    @Test
    void theAuditLogTellsWhoDidWhat() {
        dashboard.settle();
        operator.post("/operator/chains/development/solana/pause", "reason", "<script>alert(1)</script>");

        String page = operator.get("/operator/trail").body();
        assertThat(page)
                .contains("paused a chain: chain solana (development)", "127.0.0.1")
                .contains("reason: &lt;script&gt;alert(1)&lt;/script&gt;")
                .doesNotContain("<script>alert");
        assertThat(operator.get("/operator/trail?action=chain.paused&subject=solana+%28development%29")
                        .body())
                .contains("paused a chain: chain");
        assertThat(operator.get("/operator/trail?action=chain.resumed").body()).contains("No such entry");
        assertThat(operator.get("/operator/trail?actor=%22%3E%3Cscript%3E").body())
                .doesNotContain("\"><script>");
        assertThat(operator.get("/operator/trail?before=1").body()).contains("No such entry");
    }

    @Test
    void workTellsOfJobsAndLoops() {
        Platform platform = dashboard.platform;
        ObjectId subject = new ObjectId("a".repeat(24));
        dashboard.db.run(tx -> platform.jobs().add(tx, SEND, List.of(subject), dashboard.clock.instant()));
        List<Job> claimed = platform.jobs().claim(SEND, 1, Duration.ofMinutes(1));
        dashboard.db.run(tx ->
                platform.jobs().retry(tx, claimed, dashboard.clock.instant().plusSeconds(300), "the <line> is dead"));

        String page = operator.get("/operator/work").body();

        assertThat(page)
                .contains("test.send", subject.value(), "the &lt;line&gt; is dead", "in 5 minutes")
                .contains("No loop has told of itself yet");
        assertThat(operator.get("/operator").body()).contains("Jobs in trouble: 1");
        assertThat(Operators.statements(operator, "/operator/work")).isLessThan(10);
    }

    @Test
    void theFinderSaysWhatBecameOfATransfer() {
        DepositId deposit = dashboard.deposit("<b>ada</b>", "59");
        dashboard.settle();
        String address = dashboard.db.transact(tx -> dashboard
                .platform
                .deposits()
                .find(tx, deposit)
                .orElseThrow()
                .origin()
                .address()
                .value());

        assertThat(operator.get("/operator/finder").body()).contains("Transaction hash or address");
        assertThat(operator.get("/operator/finder?q=" + address).body())
                .contains("Shop", "&lt;b&gt;ada&lt;/b&gt;", "m/44", "Credited")
                .doesNotContain("<b>ada");
        assertThat(operator.get("/operator/finder?chain=development.solana&from=0&to=50")
                        .body())
                .contains("deposit " + deposit, "the chain was asked too");
        assertThat(operator.get("/operator/finder?q=nobody%27s").body()).contains("No chain knows it either");
        assertThat(operator.get("/operator/finder?q=%3Cscript%3Ealert(1)%3C%2Fscript%3E")
                        .body())
                .doesNotContain("<script>alert");
        assertThat(operator.get("/operator/finder?chain=development.solana&from=9&to=1")
                        .body())
                .contains("The first block must not be above the last.");
        assertThat(operator.get("/operator/finder?chain=nowhere&from=9").body())
                .contains("Choose a chain and give block heights in digits.");
    }

    private Step reconciling() {
        Platform platform = dashboard.platform;
        Reconciliation reconciliation = Reconciliation.create(
                new Reconciliation.Uses(
                        platform.db(),
                        platform.assets(),
                        platform.ledger(),
                        platform.wallets(),
                        platform.deposits(),
                        platform.payouts(),
                        platform.withdrawals(),
                        platform.trail()),
                new Said());
        return Reconciliations.create(platform.db(), dashboard.clock, platform.jobs())
                .step(reconciliation);
    }

    /// An outside that holds nothing.
    private final class Said implements Outside {

        @Override
        public Optional<Map<AssetCode, BigInteger>> received(
                Transaction tx, Network network, BlockRef block, Set<Address> addresses) {
            return Optional.of(Map.of());
        }

        @Override
        public Map<AssetCode, BigInteger> sent(Transaction tx) {
            return Map.of();
        }

        @Override
        public Map<AssetCode, Money> paid() {
            return Map.of(Fiat.NGN.asset(), Fiat.NGN.money(paid));
        }
    }
}
