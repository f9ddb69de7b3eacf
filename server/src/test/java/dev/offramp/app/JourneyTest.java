package dev.offramp.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.chains.TxHash;
import dev.offramp.chains.simulated.NewTransaction;
import dev.offramp.chains.simulated.Output;
import dev.offramp.deposits.DepositId;
import dev.offramp.ledger.Account;
import dev.offramp.ledger.AccountKind;
import dev.offramp.ledger.Cause;
import dev.offramp.ledger.Entry;
import dev.offramp.ledger.Posting;
import dev.offramp.money.Fiat;
import dev.offramp.money.Money;
import dev.offramp.tenancy.Environment;
import dev.offramp.wallets.Wallet;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// All rooms together, from the address to the bank and the webhook.
class JourneyTest {

    private final Stage stage = new Stage();

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void carriesTheGoldenDepositFromTheAddressToTheBank() {
        Wallet wallet = stage.settlingWallet("cust-77", "0123456789");
        DepositId deposit = stage.mock(wallet, "59");
        stage.blocks(8);

        assertThat(stage.names(wallet.id().toString())).containsExactly("trade.address.created");
        assertThat(stage.names(deposit.toString())).containsExactly("trade.pending", "trade.completed");
        JsonNode completed = stage.events(deposit.toString()).getLast();
        assertThat(numbers(completed, "rate", "amountInUSD", "feePercentage", "amountSettled", "settlementRate"))
                .containsExactly("1605", "59", "0.5", "94221", "1605");
        assertThat(completed.get("destinationAddress").asString())
                .isEqualTo(wallet.address().value());
        assertThat(completed.get("destinationDescription").asString()).matches("Partner_B-.{6}_cust-77");
        String withdrawal = stage.withdrawal(deposit);
        assertThat(stage.names(withdrawal))
                .containsExactly("withdrawal.pending", "withdrawal.processing", "withdrawal.completed");
        assertThat(numbers(stage.events(withdrawal).getLast(), "amount", "originalAmount", "payoutAmount"))
                .containsExactly("94221", "94221", "94171");
        assertThat(balance(Account.tenant(stage.tenant, Fiat.NGN))).isEqualTo(Fiat.NGN.money("0.52"));
        assertThat(stage.faults()).isEmpty();
    }

    @Test
    void givesTheMoneyBackAndSaysWhyWhenTheBankRefuses() {
        DepositId deposit = stage.mock(stage.settlingWallet("cust-1", "0120000001"), "59");
        stage.blocks(8);

        String withdrawal = stage.withdrawal(deposit);
        assertThat(stage.names(withdrawal)).endsWith("withdrawal.rejected");
        assertThat(stage.events(withdrawal).getLast().get("reason").asString()).isNotBlank();
        assertThat(balance(Account.tenant(stage.tenant, Fiat.NGN))).isEqualTo(Fiat.NGN.money("94221.52"));
        assertThat(stage.faults()).isEmpty();
    }

    @Test
    void promisesNoSettlementOfWhatIsAboveTheMaximum() {
        stage.platform
                .db()
                .run(tx -> stage.platform
                        .payouts()
                        .limit(tx, stage.tenant, Fiat.NGN, Optional.of(Fiat.NGN.money("1000.00"))));
        DepositId deposit = stage.mock(stage.settlingWallet("cust-2", "0123456789"), "59");
        stage.blocks(8);

        JsonNode completed = stage.events(deposit.toString()).getLast();
        assertThat(completed.get("event").asString()).isEqualTo("trade.completed");
        assertThat(completed.propertyNames())
                .doesNotContain("amountSettled", "settlementRate", "markupPercent", "markupAmount");
        assertThat(stage.faults()).isEmpty();
    }

    @Test
    void saysWhyADepositIsFlaggedAndThatAnotherIsGone() {
        Wallet wallet = stage.wallet("cust-3");
        DepositId small = stage.mock(wallet, "20");
        TxHash dropped = stage.platform
                .sandbox()
                .send(NewTransaction.paying(
                                stage.asset(Stage.USDC).network(),
                                List.of(Output.of(
                                        wallet.address(), stage.asset(Stage.USDC), BigInteger.valueOf(70_000_000))))
                        .waiting(50));
        stage.blocks(5);
        stage.platform.sandbox().drop(dropped);
        stage.blocks(8);

        JsonNode flagged = stage.events(small.toString()).getLast();
        assertThat(flagged.get("event").asString()).isEqualTo("trade.flagged");
        assertThat(flagged.get("note").asString()).isEqualTo("the deposit is below the minimum");
        assertThat(stage.receiver.bodies()).anyMatch(body -> body.contains("\"event\":\"trade.deleted\""));
        assertThat(stage.faults()).isEmpty();
    }

    @Test
    void theAuditFindsMoneyBookedOutOfNothing() {
        var custody = Account.system(AccountKind.CUSTODY, Environment.DEVELOPMENT, Stage.USDC);
        var suspense = Account.system(AccountKind.SUSPENSE, Environment.DEVELOPMENT, Stage.USDC);
        Posting invented = new Posting(custody, suspense, new Money(Stage.USDC, BigInteger.TEN));
        Cause cause = new Cause("test", stage.platform.ids().next());
        stage.platform
                .db()
                .run(tx -> stage.platform.ledger().enter(tx, List.of(new Entry.Post(cause, List.of(invented)))));
        assertThat(stage.faults())
                .containsExactly(
                        "SOL_USDC_JKVK (development): 10 units out of custody, 0 deposits less what was sent",
                        "SOL_USDC_JKVK (development): 10 units in suspense, 0 deposits flagged");
    }

    @Test
    void theAuditFindsThatTheRailPaidMoreThanThePayouts() {
        Money twice = Fiat.NGN.money("94171.00");
        assertThat(SandboxTruth.reconciliation(stage.platform, () -> Map.of(Fiat.NGN.asset(), twice))
                        .faults())
                .singleElement()
                .asString()
                .startsWith("NGN: the rail paid 9417100 units of NGN, payouts completed are 0 units of NGN");
    }

    private Money balance(Account account) {
        return stage.platform
                .db()
                .transact(tx -> stage.platform.ledger().available(tx, List.of(account)))
                .get(account);
    }

    private static List<String> numbers(JsonNode body, String... names) {
        return List.of(names).stream().map(name -> body.get(name).asString()).toList();
    }
}
