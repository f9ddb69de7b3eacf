package dev.offramp.dashboard.held;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.assets.Network;
import dev.offramp.chains.Address;
import dev.offramp.chains.simulated.NewTransaction;
import dev.offramp.chains.simulated.Output;
import dev.offramp.dashboard.Operators;
import dev.offramp.dashboard.TestBrowser;
import dev.offramp.dashboard.TestBrowser.Reply;
import dev.offramp.dashboard.TestDashboard;
import dev.offramp.deposits.Deposit;
import dev.offramp.deposits.DepositId;
import dev.offramp.deposits.DepositState;
import dev.offramp.trail.Entry;
import dev.offramp.wallets.Wallet;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HeldPagesTest {

    private static final String FLAGGED = "/operator/deposits/flagged";

    private final TestDashboard dashboard = new TestDashboard();
    private final TestBrowser operator = Operators.signedIn(dashboard);

    @AfterEach
    void close() {
        dashboard.close();
    }

    @Test
    void listWhatWaitsForADecision() {
        assertThat(operator.get(FLAGGED).body()).contains("Nothing waits for a decision");
        DepositId deposit = held("<b>ada</b>");

        String page = operator.get(FLAGGED).body();

        assertThat(page)
                .contains(
                        "&lt;b&gt;ada&lt;/b&gt;",
                        "Shop",
                        "Below the minimum",
                        "10&nbsp;<span class=\"unit\">USDC</span>")
                .contains(FLAGGED + "/" + deposit)
                .doesNotContain("<b>ada");
        int one = Operators.statements(operator, FLAGGED);
        held("bob");
        held("eve");
        assertThat(Operators.statements(operator, FLAGGED)).isEqualTo(one);
    }

    @Test
    void completeADepositAndKeepWhoDidIt() {
        DepositId deposit = held("ada");
        assertThat(operator.get(FLAGGED + "/" + deposit).body())
                .contains("Below the minimum", "Complete it", "Reject it", "10 USDC");

        assertThat(operator.post(FLAGGED + "/" + deposit + "/complete").outcome())
                .isEqualTo("303 " + FLAGGED);

        assertThat(state(deposit)).isInstanceOf(DepositState.Completed.class);
        Entry entry = Operators.lastEntry(dashboard);
        assertThat(entry.action()).isEqualTo("deposit.completed");
        assertThat(entry.subjectId()).isEqualTo(deposit.toString());
        assertThat(entry.concern().integration()).contains(dashboard.business.id());
        assertThat(operator.get(FLAGGED).body()).contains("The deposit is completed and credited.");
        assertThat(operator.get(FLAGGED + "/" + deposit).status()).isEqualTo(404);
    }

    @Test
    void rejectADepositForAReason() {
        DepositId deposit = held("ada");

        Reply nothing = operator.post(FLAGGED + "/" + deposit + "/reject", "reason", "");
        assertThat(nothing.status()).isEqualTo(422);
        assertThat(nothing.body()).contains("Reason is required.");

        operator.post(FLAGGED + "/" + deposit + "/reject", "reason", "not <i>ours</i> to keep");

        assertThat(((DepositState.Flagged) state(deposit)).rejected()).contains("not <i>ours</i> to keep");
        assertThat(Operators.lastEntry(dashboard).action()).isEqualTo("deposit.rejected");
        assertThat(Operators.lastEntry(dashboard).after().values()).containsEntry("reason", "not <i>ours</i> to keep");
        assertThat(operator.get(FLAGGED + "/" + deposit).body())
                .contains("not &lt;i&gt;ours&lt;/i&gt; to keep", "Rejected")
                .doesNotContain("Complete it");
        operator.post(FLAGGED + "/" + deposit + "/complete");
        assertThat(operator.get(FLAGGED).body()).contains("It does not wait for a decision");
    }

    @Test
    void wantAFreshSignInAndKeepWhatWasTyped() {
        DepositId deposit = held("ada");
        dashboard.clock.advance(Duration.ofMinutes(11));

        Reply asked = operator.post(FLAGGED + "/" + deposit + "/reject", "reason", "not ours");

        assertThat(asked.body()).contains("not ours", "Password");
        assertThat(((DepositState.Flagged) state(deposit)).rejected()).isEmpty();
    }

    @Test
    void knowNoDepositThatIsNotThereOrNotFlagged() {
        DepositId credited = dashboard.deposit("ada", "59");
        dashboard.settle();

        assertThat(operator.get(FLAGGED + "/" + credited).status()).isEqualTo(404);
        assertThat(operator.get(FLAGGED + "/" + "a".repeat(24)).status()).isEqualTo(404);
        assertThat(operator.get(FLAGGED + "/nothing").status()).isEqualTo(404);
        assertThat(operator.post(FLAGGED + "/" + "a".repeat(24) + "/complete").status())
                .isEqualTo(404);
    }

    @Test
    void listWhatArrivedAndIsNoDeposit() {
        assertThat(operator.get("/operator/arrivals").body()).contains("Nothing else arrived");
        Wallet wallet = dashboard.wallet("ada");
        Output worthless =
                new Output(wallet.address(), Optional.of(new Address("<script>")), BigInteger.valueOf(1234567));
        dashboard.platform.sandbox().send(NewTransaction.paying(Network.SOLANA, List.of(worthless)));
        dashboard.settle();

        assertThat(operator.get("/operator/arrivals").body())
                .contains(wallet.address().value(), "&lt;script&gt;", "1,234,567", "Shop")
                .contains("the catalogue has no such token on this network")
                .doesNotContain("<code><script>");
    }

    private DepositId held(String label) {
        DepositId deposit = dashboard.deposit(label, "10");
        dashboard.settle();
        return deposit;
    }

    private DepositState state(DepositId id) {
        Optional<Deposit> deposit =
                dashboard.db.transact(tx -> dashboard.platform.deposits().find(tx, id));
        return deposit.orElseThrow().state();
    }
}
