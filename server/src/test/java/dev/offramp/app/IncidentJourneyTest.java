package dev.offramp.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.assets.Network;
import dev.offramp.chains.ChainId;
import dev.offramp.chains.TxHash;
import dev.offramp.chains.simulated.Fate;
import dev.offramp.deposits.DepositId;
import dev.offramp.deposits.Incident;
import dev.offramp.deposits.IncidentDecision;
import dev.offramp.deposits.Resumption;
import dev.offramp.ledger.Account;
import dev.offramp.ledger.AccountKind;
import dev.offramp.money.Fiat;
import dev.offramp.money.Money;
import dev.offramp.settlement.Settlement;
import dev.offramp.tenancy.Environment;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// A deposit that was paid out to a bank leaves its chain; the audit is asked at every turn.
class IncidentJourneyTest {

    private static final ChainId SOLANA = new ChainId(Environment.DEVELOPMENT, Network.SOLANA);

    private final Stage stage = new Stage();
    private final DepositId deposit = stage.mock(stage.settlingWallet("cust-1", "0123456789"), "59");

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void correctsADepositThatWasPaidOutAndCreditsItOnceMoreWhenItReturns() {
        loseAfterItsPayout();
        Incident incident = stage.platform.deposits().incidents().getFirst();
        assertThat(incident.held()).isEqualTo(Fiat.NGN.money("0.52"));
        assertThat(incident.shortfall()).isEqualTo(Fiat.NGN.money("94221.00"));
        assertThat(stage.faults()).isEmpty();

        assertThat(stage.platform.deposits().correct(deposit, "test")).isInstanceOf(IncidentDecision.Done.class);
        stage.blocks(2);
        assertThat(owed()).isEqualTo(Fiat.NGN.money("94221.00"));
        assertThat(events()).endsWith("trade.completed", "trade.deleted");
        JsonNode deleted = stage.events(deposit.toString()).getLast();
        assertThat(deleted.get("status").asString()).isEqualTo("deleted");
        assertThat(deleted.get("amountInUSD").decimalValue()).isEqualByComparingTo("59");
        assertThat(stage.faults()).isEmpty();

        resume();
        stage.platform.sandbox().rebroadcast(new TxHash("tx-cust-159"));
        stage.blocks(8);
        assertThat(events()).endsWith("trade.deleted", "trade.pending", "trade.completed");
        assertThat(stage.events(deposit.toString()).getLast().propertyNames()).doesNotContain("amountSettled");
        assertThat(available()).isEqualTo(Fiat.NGN.money("94221.52"));
        assertThat(owed()).isEqualTo(Fiat.NGN.money("94221.00"));
        assertThat(stage.platform.settlements().of(List.of(deposit)))
                .as("one settlement, the first")
                .hasEntrySatisfying(
                        deposit, settlement -> assertThat(settlement).isInstanceOf(Settlement.Placed.class));
        assertThat(stage.receiver.bodies())
                .filteredOn(body -> body.contains("\"withdrawal.completed\""))
                .hasSize(1);
        assertThat(stage.faults()).isEmpty();
    }

    @Test
    void dismissesADepositThatReturnsAndTellsNobody() {
        loseAfterItsPayout();
        List<String> before = events();
        stage.platform.sandbox().rebroadcast(new TxHash("tx-cust-159"));
        stage.blocks(4);
        assertThat(stage.faults()).isEmpty();

        assertThat(stage.platform.deposits().dismiss(deposit, "test")).isInstanceOf(IncidentDecision.Done.class);
        assertThat(stage.faults()).isEmpty();
        resume();
        stage.blocks(4);

        assertThat(events()).isEqualTo(before);
        assertThat(available()).isEqualTo(Fiat.NGN.money("0.52"));
        assertThat(owed().isZero()).isTrue();
        assertThat(stage.faults()).isEmpty();
    }

    private void loseAfterItsPayout() {
        stage.blocks(8);
        assertThat(stage.names(stage.withdrawal(deposit))).endsWith("withdrawal.completed");
        stage.platform.sandbox().reorg(Network.SOLANA, 8, new Fate.Dropped());
        stage.blocks(5);
        assertThat(stage.platform.deposits().incidents())
                .extracting(Incident::deposit)
                .containsExactly(deposit);
    }

    private void resume() {
        assertThat(stage.platform.deposits().resume(SOLANA)).isInstanceOf(Resumption.Resumed.class);
    }

    private List<String> events() {
        return stage.events(deposit.toString()).stream()
                .map(body -> body.get("event").asString())
                .toList();
    }

    private Money available() {
        Account account = Account.tenant(stage.tenant, Fiat.NGN);
        return stage.platform
                .db()
                .transact(tx -> stage.platform.ledger().available(tx, List.of(account)))
                .get(account);
    }

    private Money owed() {
        Account account = Account.owned(AccountKind.RECEIVABLE, stage.tenant, Fiat.NGN.asset());
        return stage.platform
                .db()
                .transact(stage.platform.ledger()::balances)
                .getOrDefault(account, Money.zero(Fiat.NGN.asset()))
                .negated();
    }
}
