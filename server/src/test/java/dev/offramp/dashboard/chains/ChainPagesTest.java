package dev.offramp.dashboard.chains;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.assets.Network;
import dev.offramp.chains.ChainId;
import dev.offramp.chains.simulated.Fate;
import dev.offramp.dashboard.Operators;
import dev.offramp.dashboard.TestBrowser;
import dev.offramp.dashboard.TestBrowser.Reply;
import dev.offramp.dashboard.TestDashboard;
import dev.offramp.deposits.ChainState;
import dev.offramp.deposits.DepositId;
import dev.offramp.tenancy.Environment;
import dev.offramp.trail.Entry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ChainPagesTest {

    private static final ChainId SOLANA = new ChainId(Environment.DEVELOPMENT, Network.SOLANA);
    private static final String CHAIN = "/operator/chains/development/solana";

    private final TestDashboard dashboard = new TestDashboard();
    private final TestBrowser operator = Operators.signedIn(dashboard);

    @AfterEach
    void close() {
        dashboard.close();
    }

    @Test
    void listEveryChainWithHowFarItWasRead() {
        assertThat(operator.get("/operator/chains").body()).contains("No chain was looked at yet");
        dashboard.settle();

        String page = operator.get("/operator/chains").body();

        assertThat(page)
                .contains("<a href=\"" + CHAIN + "\">Solana</a>", "Bitcoin Cash", "Followed")
                .contains("data-label=\"Read up to\" class=\"number\" data-volatile=\"1,234\">6<");
        assertThat(Operators.statements(operator, "/operator/chains"))
                .as("whatever the number of chains")
                .isLessThan(10);
    }

    @Test
    void pauseAChainForAReasonAndEndThePause() {
        dashboard.settle();

        assertThat(operator.post(CHAIN + "/pause", "reason", "node is <b>replaced</b>")
                        .outcome())
                .isEqualTo("303 " + CHAIN);
        Entry paused = Operators.lastEntry(dashboard);
        String page = operator.get(CHAIN).body();

        assertThat(solana().pausedByHand().orElseThrow().reason()).isEqualTo("node is <b>replaced</b>");
        assertThat(page)
                .contains("node is &lt;b&gt;replaced&lt;/b&gt;", "End the pause")
                .doesNotContain("<b>replaced");
        assertThat(paused.action()).isEqualTo("chain.paused");
        assertThat(paused.subjectId()).isEqualTo("solana (development)");
        assertThat(paused.after().values()).containsEntry("reason", "node is <b>replaced</b>");

        assertThat(operator.post(CHAIN + "/end-pause").outcome()).isEqualTo("303 " + CHAIN);
        assertThat(solana().isPaused()).isFalse();
        assertThat(Operators.lastEntry(dashboard).action()).isEqualTo("chain.resumed");
    }

    @Test
    void sayWhyAChainWasNotPaused() {
        dashboard.settle();

        Reply nothing = operator.post(CHAIN + "/pause", "reason", " ");

        assertThat(nothing.status()).isEqualTo(422);
        assertThat(nothing.body()).contains("Reason is required.");
        operator.post(CHAIN + "/pause", "reason", "first");
        operator.post(CHAIN + "/pause", "reason", "second");
        assertThat(operator.get(CHAIN).body()).contains("It was paused before").contains("first");
        operator.post(CHAIN + "/end-pause");
        operator.post(CHAIN + "/end-pause");
        assertThat(operator.get(CHAIN).body()).contains("It was not paused by hand.");
        operator.post(CHAIN + "/resume");
        assertThat(operator.get(CHAIN).body()).contains("It is not paused for an incident.");
    }

    @Test
    void knowNoChainThatNobodyLookedAt() {
        assertThat(operator.get("/operator/chains/production/solana").status()).isEqualTo(404);
        assertThat(operator.get("/operator/chains/development/nowhere").status())
                .isEqualTo(404);
        assertThat(operator.get("/operator/chains/sandbox/solana").status()).isEqualTo(404);
        assertThat(operator.post("/operator/chains/production/solana/pause", "reason", "why")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void showIncidentsAndCorrectThem() {
        assertThat(operator.get("/operator/incidents").body()).contains("No incident");
        DepositId deposit = lost();

        String page = operator.get("/operator/incidents").body();
        assertThat(page).contains(deposit.toString(), "Shop", "Gone", "Correct", "NGN");
        operator.post("/operator/incidents/" + deposit + "/dismiss");
        assertThat(operator.get("/operator/incidents").body()).contains("The chain does not have the deposit.");

        assertThat(operator.post("/operator/incidents/" + deposit + "/correct").outcome())
                .isEqualTo("303 /operator/incidents");
        Entry entry = Operators.lastEntry(dashboard);
        assertThat(entry.action()).isEqualTo("incident.corrected");
        assertThat(entry.subjectId()).isEqualTo(deposit.toString());
        assertThat(entry.before().values()).containsKeys("credited", "held", "missing");
        assertThat(operator.get("/operator/incidents").body()).contains("The books are corrected.", "Corrected");

        assertThat(operator.post(CHAIN + "/resume").outcome()).isEqualTo("303 " + CHAIN);
        assertThat(operator.get(CHAIN).body()).contains("Reading goes on from block");
        assertThat(solana().isPaused()).isFalse();
    }

    @Test
    void knowNoIncidentOfADepositThatHasNone() {
        operator.post("/operator/incidents/" + "a".repeat(24) + "/correct");
        assertThat(operator.get("/operator/incidents").body()).contains("There is no such incident");
        assertThat(operator.post("/operator/incidents/nothing/correct").status())
                .isEqualTo(404);
    }

    @Test
    void askTheChainsAboutHotWalletsApartFromThePage() {
        assertThat(operator.get("/operator/hot-wallets").body()).contains("The chains are being asked");

        String now = operator.get("/operator/hot-wallets/now").body();

        assertThat(now)
                .contains("Ethereum, development", "Next nonce", "In order")
                .doesNotContain("<html");
    }

    /// A credited deposit that left its chain.
    private DepositId lost() {
        DepositId deposit = dashboard.deposit("ada", "59");
        dashboard.settle();
        dashboard.platform.sandbox().reorg(Network.SOLANA, 6, new Fate.Dropped());
        dashboard.settle();
        return deposit;
    }

    private ChainState solana() {
        return dashboard.db.transact(dashboard.platform.deposits()::chains).stream()
                .filter(state -> state.chain().equals(SOLANA))
                .findFirst()
                .orElseThrow();
    }
}
