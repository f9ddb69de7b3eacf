package dev.offramp.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.assets.Token;
import dev.offramp.assets.TokenNetwork;
import dev.offramp.deposits.DepositId;
import dev.offramp.destinations.Destination;
import dev.offramp.jobs.Step;
import dev.offramp.money.Fiat;
import dev.offramp.money.Money;
import dev.offramp.withdrawals.WithdrawalId;
import dev.offramp.withdrawals.WithdrawalLimits;
import dev.offramp.withdrawals.WithdrawalSnapshot;
import dev.offramp.withdrawals.WithdrawalStatus;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Business-wide settlement to an address (decision 24).
class AddressSettlementTest extends SettlementFixture {

    private static final Destination.CoinAddress PAYEE =
            new Destination.CoinAddress(Token.USDT, TokenNetwork.ERC20, "0x1111111111111111111111111111111111111111");
    private static final Destination.CoinAddress FAILING =
            new Destination.CoinAddress(Token.USDT, TokenNetwork.ERC20, "0x000000000000000000000000000000000000dEaD");
    private static final Destination.CoinAddress ELSEWHERE =
            new Destination.CoinAddress(Token.USDC, TokenNetwork.SOL, "Hh8QwFUA6MtVu1qAoq12ucvFHNwCcVTV7hpWjeY1Hztb");

    @Test
    void sendsTheNetAmountWithoutTheFee() {
        Credited deposit = credited(tenant, "58.70", PAYEE);
        settle();

        WithdrawalSnapshot sent = sent(deposit);
        assertThat(sent.amount()).isEqualTo(Fiat.USD.money("53.70"));
        assertThat(sent.fee()).isEqualTo(Fiat.USD.money("5.00"));
        assertThat(sent.deposit()).contains(deposit.id().value());
        assertThat(sent.autoSettlement()).isTrue();
        assertThat(sent.address().value()).isEqualTo(PAYEE.address());
        assertThat(available(tenant, Fiat.USD)).isEqualTo(Fiat.USD.money("0.00"));
        assertThat(settlement(deposit)).isEqualTo(new Settlement.Sent(sent.amount(), sent.id()));
    }

    @Test
    void sendsAgainAtSomebodysWordWhatFailedOnTheChain() {
        Credited deposit = credited(tenant, "58.70", FAILING);
        settle();
        WithdrawalId first = sent(deposit).id();
        for (int second = 0; second < 12; second++) {
            withdrawals.steps().forEach(Step::runOnce);
            chains.mine(1);
            clock.advance(Duration.ofSeconds(1));
        }
        assertThat(sent(deposit).status()).isEqualTo(WithdrawalStatus.REVERSED);

        settlements.again(deposit.id());

        assertThat(sent(deposit).id()).isNotEqualTo(first);
        assertThat(sent(deposit).status()).isEqualTo(WithdrawalStatus.PENDING);
        assertThat(settlement(deposit))
                .isEqualTo(new Settlement.Sent(
                        Fiat.USD.money("53.70"), sent(deposit).id()));
        assertThat(available(tenant, Fiat.USD)).isEqualTo(Fiat.USD.money("0.00"));
    }

    @Test
    void sendsTwoDepositsOfOneAmount() {
        Credited first = credited(tenant, "58.70", PAYEE);
        Credited second = credited(tenant, "58.70", PAYEE);
        settle();

        assertThat(sent(first).id()).isNotEqualTo(sent(second).id());
    }

    @Test
    void leavesWhatIsTooLittleOrTooMuchOrCannotBeSent() {
        Credited little = credited(tenant, "9.99", PAYEE);
        Credited enough = credited(tenant, "10.00", PAYEE);
        Credited lessThanTheFee = credited(tenant, "1.00", PAYEE);
        Credited elsewhere = credited(tenant, "20.00", ELSEWHERE);
        Credited inProduction = credited(live, "20.00", PAYEE);
        Credited much = credited(tenant, "106.01", PAYEE);
        db.run(tx -> withdrawals.limit(
                tx, tenant, Optional.of(new WithdrawalLimits(Fiat.USD.money("5.00"), Fiat.USD.money("101.00")))));
        List<Credited> all = List.of(little, enough, lessThanTheFee, elsewhere, inProduction, much);
        Map<DepositId, Money> expected = db.transact(tx -> settlements.expected(tx, all));
        settle();

        assertThat(expected).isEqualTo(Map.of(enough.id(), Fiat.USD.money("5.00")));
        assertThat(sent(enough).amount()).isEqualTo(Fiat.USD.money("5.00"));
        assertSkipped(little, SkipReason.BELOW_MINIMUM);
        assertSkipped(lessThanTheFee, SkipReason.BELOW_MINIMUM);
        assertSkipped(elsewhere, SkipReason.NO_PAYOUT_RAIL);
        assertSkipped(inProduction, SkipReason.NO_PAYOUT_RAIL);
        assertSkipped(much, SkipReason.ABOVE_MAXIMUM);
    }

    @Test
    void skipsWhatWasSpentFirst() {
        Credited deposit = credited(tenant, "58.70", PAYEE);
        spend(Fiat.USD.money("0.01"), Fiat.USD);
        settle();

        assertSkipped(deposit, SkipReason.INSUFFICIENT_BALANCE);
        assertThat(available(tenant, Fiat.USD)).isEqualTo(Fiat.USD.money("58.69"));
    }

    private WithdrawalSnapshot sent(Credited deposit) {
        WithdrawalId id = ((Settlement.Sent) settlement(deposit)).withdrawal();
        return db.transact(tx -> withdrawals.read(tx, List.of(id))).getFirst();
    }
}
