package dev.offramp.withdrawals;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.assets.TokenNetwork;
import dev.offramp.chains.Address;
import dev.offramp.chains.TxHash;
import dev.offramp.chains.simulated.SimulatedChains;
import dev.offramp.db.CommitPoints;
import dev.offramp.db.Database;
import dev.offramp.db.Trouble;
import dev.offramp.jobs.Step;
import dev.offramp.ledger.AccountKind;
import dev.offramp.money.AssetCode;
import dev.offramp.money.Fiat;
import dev.offramp.money.Money;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SendingTest {

    private static final Duration A_WHILE = Duration.ofSeconds(12);
    private static final BigInteger USUAL = BigInteger.valueOf(1_000);

    private WithdrawalFixture fixture;

    @BeforeEach
    void open() {
        fixture = new WithdrawalFixture();
        fixture.credit("100.00");
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void booksASentWithdrawalToTheLastUnit() {
        WithdrawalSnapshot placed = fixture.placed(fixture.wish("20.00", WithdrawalFixture.PAYEE));
        assertThat(placed.status()).isEqualTo(WithdrawalStatus.PENDING);
        assertThat(fixture.available()).isEqualTo(Fiat.USD.money("75.00"));

        fixture.run(A_WHILE);

        WithdrawalSnapshot completed = fixture.find(placed);
        assertThat(completed.status()).isEqualTo(WithdrawalStatus.COMPLETED);
        assertThat(completed.txHash()).map(TxHash::value).get().asString().matches("0x[0-9a-f]{64}");
        assertThat(fixture.available()).isEqualTo(Fiat.USD.money("75.00"));
        assertThat(balances(Fiat.USD.asset(), AccountKind.LIQUIDITY, AccountKind.FEES))
                .containsExactly("-8000", "500");
        assertThat(balances(WithdrawalFixture.USDT, AccountKind.LIQUIDITY, AccountKind.CUSTODY))
                .containsExactly("-20000000", "20000000");
        assertThat(balances(WithdrawalFixture.ETH, AccountKind.GAS_COST, AccountKind.CUSTODY))
                .containsExactly("-1000", "1000");
        assertThat(fixture.sent()).isEqualTo(20_000_000);
        assertThat(fixture.audit()).isEmpty();
        assertThat(fixture.factsByWithdrawal().get(placed.id()))
                .containsExactly("WithdrawalPlaced 1", "WithdrawalProcessing 2", "WithdrawalCompleted 3");
    }

    private List<String> balances(AssetCode asset, AccountKind... kinds) {
        return List.of(kinds).stream()
                .map(kind -> fixture.balance(kind, asset).units().toString())
                .toList();
    }

    @Test
    void givesEverythingBackWhenTheTransactionFailsAndBooksItsGas() {
        WithdrawalSnapshot placed = fixture.placed(fixture.wish("20.00", WithdrawalFixture.DEAD));

        fixture.run(A_WHILE);

        WithdrawalSnapshot reversed = fixture.find(placed);
        assertThat(reversed.status()).isEqualTo(WithdrawalStatus.REVERSED);
        assertThat(reversed.txHash()).isEmpty();
        assertThat(reversed.reason()).get().asString().contains("failed on the chain");
        assertThat(fixture.available()).isEqualTo(Fiat.USD.money("100.00"));
        assertThat(balances(WithdrawalFixture.USDT, AccountKind.LIQUIDITY, AccountKind.CUSTODY))
                .containsExactly("0", "0");
        assertThat(balances(WithdrawalFixture.ETH, AccountKind.GAS_COST, AccountKind.CUSTODY))
                .containsExactly("-1000", "1000");
    }

    @Test
    void fillsTheNonceOfARejectedWithdrawalSoThatTheNextOnesAreMined() {
        fixture.ethereum.objectedTo.add(new Address(WithdrawalFixture.PAYEE));
        WithdrawalSnapshot refused = fixture.placed(fixture.wish("20.00", WithdrawalFixture.PAYEE));
        WithdrawalSnapshot next = fixture.placed(fixture.wish("30.00", "0x3333333333333333333333333333333333333333"));

        fixture.run(Duration.ofSeconds(20));

        assertThat(fixture.find(refused).status()).isEqualTo(WithdrawalStatus.REJECTED);
        assertThat(fixture.find(refused).reason()).contains("the recipient cannot be paid");
        assertThat(fixture.find(next).status()).isEqualTo(WithdrawalStatus.COMPLETED);
        assertThat(fixture.ethereum.nonce()).isEqualTo(2);
        assertThat(fixture.sent()).isEqualTo(30_000_000);
        assertThat(fixture.available()).isEqualTo(Fiat.USD.money("65.00"));
        assertThat(balances(WithdrawalFixture.ETH, AccountKind.GAS_COST)).containsExactly("-2000");
    }

    @Test
    void paysMoreForWhatIsStuckWithTheSameNonce() {
        WithdrawalSnapshot first = fixture.placed(fixture.wish("20.00", WithdrawalFixture.PAYEE));
        WithdrawalSnapshot second = fixture.placed(fixture.wish("30.00", WithdrawalFixture.PAYEE));
        fixture.withdrawals.steps().forEach(Step::runOnce);
        fixture.chains.setPrice(TokenNetwork.ERC20.network(), USUAL.multiply(BigInteger.TEN));

        fixture.run(A_WHILE);
        assertThat(fixture.find(first).status()).isEqualTo(WithdrawalStatus.PROCESSING);
        fixture.run(Dispatch.PATIENCE.plusSeconds(60));

        assertThat(fixture.find(first).status()).isEqualTo(WithdrawalStatus.COMPLETED);
        assertThat(fixture.find(second).status()).isEqualTo(WithdrawalStatus.COMPLETED);
        assertThat(fixture.ethereum.broadcast).hasSize(4);
        assertThat(fixture.ethereum.nonce()).isEqualTo(2);
        assertThat(fixture.sent()).isEqualTo(50_000_000);
        assertThat(balances(WithdrawalFixture.ETH, AccountKind.GAS_COST)).containsExactly("-20000");
    }

    @Test
    void broadcastsTheSameBytesAgainWhenTheNodesDropThem() {
        WithdrawalSnapshot placed = fixture.placed(fixture.wish("20.00", WithdrawalFixture.PAYEE));
        fixture.withdrawals.steps().forEach(Step::runOnce);
        TxHash hash = fixture.ethereum.broadcast.iterator().next();
        fixture.chains.drop(hash);

        fixture.run(A_WHILE);

        assertThat(fixture.find(placed).txHash()).contains(hash);
        assertThat(fixture.ethereum.broadcast).containsExactly(hash);
        assertThat(fixture.sent()).isEqualTo(20_000_000);
    }

    @Test
    void asksTheChainWhenABroadcastHasNoAnswer() {
        WithdrawalSnapshot placed = fixture.placed(fixture.wish("20.00", WithdrawalFixture.PAYEE));
        fixture.ethereum.losesAnswers = true;
        tryOnce();
        fixture.ethereum.losesAnswers = false;
        assertThat(fixture.find(placed).status()).isEqualTo(WithdrawalStatus.PENDING);

        fixture.clock.advance(SendStep.LEASE);
        fixture.run(A_WHILE);

        assertThat(fixture.find(placed).status()).isEqualTo(WithdrawalStatus.COMPLETED);
        assertThat(fixture.ethereum.broadcast).hasSize(1);
        assertThat(fixture.sent()).isEqualTo(20_000_000);
    }

    @Test
    void keepsTheMoneyAsideWhileTheNodeIsAway() {
        WithdrawalSnapshot placed = fixture.placed(fixture.wish("20.00", WithdrawalFixture.PAYEE));
        fixture.ethereum.isAway = true;
        tryOnce();

        assertThat(fixture.find(placed).status()).isEqualTo(WithdrawalStatus.PENDING);
        assertThat(fixture.available()).isEqualTo(Fiat.USD.money("75.00"));
    }

    private void tryOnce() {
        for (Step step : fixture.withdrawals.steps()) {
            try {
                step.runOnce();
            } catch (Trouble passing) {
                assertThat(passing).hasMessage("the node is away");
            }
        }
    }

    @Test
    void sendsEveryCoinOnEveryNetwork() {
        fixture.credit("900.00");
        fixture.withdrawals = fixture.started(fixture.db, fixture.everywhere());
        List<Coin> coins = fixture.db.transact(tx -> fixture.withdrawals.offer(tx, fixture.tenant)).stream()
                .map(SentCoin::coin)
                .toList();
        assertThat(coins).hasSize(9);

        List<WithdrawalSnapshot> placed = new ArrayList<>();
        for (Coin coin : coins) {
            String address = fixture.keys
                    .address(
                            fixture.tenant.environment(),
                            coin.network().network().family(),
                            placed.size() + 5L)
                    .value();
            placed.add(fixture.placed(new NewWithdrawal(
                    fixture.tenant,
                    new WithdrawalOrigin.Request(Optional.empty()),
                    coin.token(),
                    coin.network(),
                    address,
                    new Asked.Dollars(Fiat.USD.money("50.00")),
                    FeeLevel.LOW)));
        }
        fixture.run(A_WHILE);

        assertThat(placed).allSatisfy(each -> {
            assertThat(fixture.find(each).status()).isEqualTo(WithdrawalStatus.COMPLETED);
            assertThat(fixture.balance(AccountKind.CUSTODY, each.coins().asset()))
                    .isEqualTo(each.coins());
        });
    }

    /// Two processes on one database, each with its own pool and its own view of the chain.
    @Test
    void givesEachNonceOnceHoweverManyProcessesSend() throws Exception {
        fixture.credit("10000.00");
        List<WithdrawalSnapshot> placed = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            String address = "0x" + String.format("%040d", i + 1);
            placed.add(fixture.placed(fixture.wish("10.00", address)));
        }
        try (Database other = Database.join(fixture.test.address(), 4, CommitPoints.NONE);
                ExecutorService pool = Executors.newFixedThreadPool(2)) {
            SimulatedChains seen = SimulatedChains.create(other, 7, Duration.ofSeconds(1), fixture.clock);
            Withdrawals beside = fixture.started(other, CoinSenders.of(List.of(fixture.sender(seen))));
            BooleanSupplier ended =
                    () -> placed.stream().allMatch(each -> fixture.find(each).status() == WithdrawalStatus.COMPLETED);
            for (int round = 0; round < 60 && !ended.getAsBoolean(); round++) {
                fixture.chains.step().runOnce();
                List<Future<?>> turns = new ArrayList<>();
                for (Withdrawals process : List.of(fixture.withdrawals, beside)) {
                    turns.add(pool.submit(() -> process.steps().forEach(Step::runOnce)));
                }
                for (Future<?> turn : turns) {
                    turn.get();
                }
                fixture.clock.advance(Duration.ofSeconds(2));
            }
            assertThat(ended.getAsBoolean()).isTrue();
        }
        assertThat(fixture.ethereum.nonce()).isEqualTo(300);
        assertThat(fixture.sent()).isEqualTo(3_000_000_000L);
        assertThat(fixture.balance(AccountKind.CUSTODY, WithdrawalFixture.USDT))
                .isEqualTo(new Money(WithdrawalFixture.USDT, BigInteger.valueOf(3_000_000_000L)));
        assertThat(fixture.audit()).isEmpty();
    }
}
