package dev.offramp.withdrawals;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.assets.Token;
import dev.offramp.assets.TokenNetwork;
import dev.offramp.db.ObjectId;
import dev.offramp.money.Fiat;
import dev.offramp.money.Money;
import dev.offramp.tenancy.Environment;
import dev.offramp.tenancy.Tenant;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WithdrawalPlacingTest {

    private static final Duration A_MINUTE = Duration.ofSeconds(60);

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

    private Placement place(NewWithdrawal wish) {
        return fixture.place(wish).getFirst();
    }

    private NewWithdrawal coins(String amount) {
        return new NewWithdrawal(
                fixture.tenant,
                new WithdrawalOrigin.Request(Optional.empty()),
                Token.USDT,
                TokenNetwork.ERC20,
                WithdrawalFixture.PAYEE,
                new Asked.Coins(new BigDecimal(amount)),
                FeeLevel.LOW);
    }

    @Test
    void holdsAmountAndFee() {
        WithdrawalSnapshot placed = fixture.placed(fixture.wish("20.00", WithdrawalFixture.PAYEE));

        assertThat(placed.amount()).isEqualTo(Fiat.USD.money("20.00"));
        assertThat(placed.fee()).isEqualTo(Fiat.USD.money("5.00"));
        assertThat(placed.coins()).isEqualTo(new Money(WithdrawalFixture.USDT, BigInteger.valueOf(20_000_000)));
        assertThat(fixture.available()).isEqualTo(Fiat.USD.money("75.00"));
        assertThat(fixture.find(placed)).isEqualTo(placed);
    }

    /// Coins come to dollars half-up, and are sent down to the token's decimals.
    @ParameterizedTest
    @CsvSource({"20.00499999, 20.00, 20004999", "20.005, 20.01, 20005000", "20.12345678, 20.12, 20123456"})
    void roundsAnAmountOfCoins(String asked, String usd, long units) {
        WithdrawalSnapshot placed = fixture.placed(coins(asked));

        assertThat(placed.amount()).isEqualTo(Fiat.USD.money(usd));
        assertThat(placed.coins().units()).isEqualTo(units);
    }

    @ParameterizedTest
    @CsvSource({"4.99, false", "5.00, true", "50000.00, true", "50000.01, false"})
    void keepsTheUsualLimits(String amount, boolean allowed) {
        fixture.credit("100000.00");

        Placement placement = place(fixture.wish(amount, WithdrawalFixture.PAYEE));

        if (allowed) {
            assertThat(placement).isInstanceOf(Placement.Placed.class);
        } else {
            assertThat(placement)
                    .isEqualTo(new Placement.OutsideLimits(Fiat.USD.money("5.00"), Fiat.USD.money("50000.00")));
        }
    }

    @Test
    void keepsATenantsOwnLimits() {
        WithdrawalLimits own = new WithdrawalLimits(Fiat.USD.money("1.00"), Fiat.USD.money("2.00"));
        fixture.db.run(tx -> fixture.withdrawals.limit(tx, fixture.tenant, Optional.of(own)));

        assertThat(place(fixture.wish("5.00", WithdrawalFixture.PAYEE)))
                .isEqualTo(new Placement.OutsideLimits(own.minimum(), own.maximum()));
        assertThat(place(fixture.wish("1.00", WithdrawalFixture.PAYEE))).isInstanceOf(Placement.Placed.class);
    }

    @Test
    void takesTheOperatorsFee() {
        fixture.db.run(tx -> fixture.withdrawals.setFee(
                tx, Environment.DEVELOPMENT, TokenNetwork.ERC20, FeeLevel.MEDIUM, Fiat.USD.money("0.00")));

        assertThat(fixture.placed(fixture.wish("20.00", WithdrawalFixture.PAYEE))
                        .fee())
                .isEqualTo(Fiat.USD.money("0.00"));
        assertThat(fixture.available()).isEqualTo(Fiat.USD.money("80.00"));
    }

    @Test
    void refusesWhatAmountAndFeeTogetherExceed() {
        assertThat(place(fixture.wish("95.01", WithdrawalFixture.PAYEE)))
                .isEqualTo(new Placement.InsufficientFunds(Fiat.USD.money("100.00")));
        assertThat(place(fixture.wish("95.00", "0x4444444444444444444444444444444444444444")))
                .isInstanceOf(Placement.Placed.class);
    }

    @Test
    void refusesTheSameAmountToTheSameAddressForAMinute() {
        NewWithdrawal wish = fixture.wish("10.00", WithdrawalFixture.PAYEE);

        assertThat(fixture.place(wish, wish))
                .satisfiesExactly(
                        first -> assertThat(first).isInstanceOf(Placement.Placed.class),
                        second -> assertThat(second).isEqualTo(new Placement.Duplicate()));
        fixture.clock.advance(A_MINUTE.minusMillis(1));
        assertThat(place(wish)).isEqualTo(new Placement.Duplicate());
        assertThat(place(fixture.wish("10.01", WithdrawalFixture.PAYEE))).isInstanceOf(Placement.Placed.class);
        fixture.clock.advance(Duration.ofMillis(1));
        assertThat(place(wish)).isInstanceOf(Placement.Placed.class);
    }

    @Test
    void letsOneOfManyTwinsThrough() throws Exception {
        fixture.credit("10000.00");
        NewWithdrawal wish = fixture.wish("10.00", WithdrawalFixture.PAYEE);
        List<Placement> placements = new ArrayList<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(6)) {
            List<Future<Placement>> twins = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                twins.add(pool.submit(() -> place(wish)));
            }
            for (Future<Placement> twin : twins) {
                placements.add(twin.get());
            }
        }

        assertThat(placements)
                .filteredOn(each -> each instanceof Placement.Placed)
                .hasSize(1);
        assertThat(placements).filteredOn(new Placement.Duplicate()::equals).hasSize(59);
    }

    @Test
    void answersARepeatedExternalIdWithTheFirst() {
        NewWithdrawal wish =
                fixture.wish(TokenNetwork.ERC20, "10.00", WithdrawalFixture.PAYEE, Optional.of("order/1:a b"));
        WithdrawalSnapshot first = fixture.placed(wish);
        NewWithdrawal other =
                fixture.wish(TokenNetwork.ERC20, "11.00", WithdrawalFixture.PAYEE, Optional.of("order/1:a b"));

        assertThat(place(wish)).isEqualTo(new Placement.AlreadyPlaced(first, true));
        assertThat(place(other)).isEqualTo(new Placement.AlreadyPlaced(first, false));
        assertThat(fixture.withdrawals.find(fixture.tenant, "order/1:a b")).contains(first);
    }

    @Test
    void settlesADepositOnceAndMindsNoTwinGuard() {
        ObjectId deposit = fixture.ids.next();
        NewWithdrawal settlement = settlement(deposit);
        WithdrawalSnapshot first = fixture.placed(settlement);

        assertThat(place(settlement)).isEqualTo(new Placement.AlreadyPlaced(first, true));
        assertThat(place(settlement(fixture.ids.next()))).isInstanceOf(Placement.Placed.class);
    }

    private NewWithdrawal settlement(ObjectId deposit) {
        return new NewWithdrawal(
                fixture.tenant,
                new WithdrawalOrigin.Settlement(deposit),
                Token.USDT,
                TokenNetwork.ERC20,
                WithdrawalFixture.PAYEE,
                new Asked.Dollars(Fiat.USD.money("10.00")),
                FeeLevel.MEDIUM);
    }

    @ParameterizedTest
    @CsvSource({
        "ERC20, 0x111111111111111111111111111111111111111",
        "ERC20, TUEZSdKsoDHQMeZwihtdoBiN46zxhGWYdH",
        "ERC20, 0x9858EfFD232B4033E47d90003D41EC34EcaEda9A",
        "TRC20, 0x1111111111111111111111111111111111111111",
        "TRC20, TUEZSdKsoDHQMeZwihtdoBiN46zxhGWYdh",
        "SOL, TUEZSdKsoDHQMeZwihtdoBiN46zxhGWYdH",
        "TON, HAgk14JpMQLgt6rVgv7cBQFJWFto5Dqxi472uT3DKpqk"
    })
    void refusesWhatIsNoAddressOfTheNetwork(TokenNetwork network, String address) {
        fixture.withdrawals = fixture.started(fixture.db, fixture.everywhere());

        assertThat(place(fixture.wish(network, "10.00", address, Optional.empty())))
                .isEqualTo(new Placement.UnusableAddress());
    }

    @Test
    void refusesTheHotWalletItself() {
        assertThat(place(fixture.wish("10.00", fixture.ethereum.wallet().value())))
                .isEqualTo(new Placement.UnusableAddress());
    }

    @Test
    void spellsAnAddressAsItsNetworkDoes() {
        String lower = "0x9858effd232b4033e47d90003d41ec34ecaeda94";

        assertThat(fixture.placed(fixture.wish("10.00", lower)).address().value())
                .isEqualTo("0x9858EfFD232B4033E47d90003D41EC34EcaEda94");
    }

    @Test
    void refusesANetworkThatNothingSendsOn() {
        assertThat(place(fixture.wish(
                        TokenNetwork.SOL, "10.00", "HAgk14JpMQLgt6rVgv7cBQFJWFto5Dqxi472uT3DKpqk", Optional.empty())))
                .isEqualTo(new Placement.NoSender());
    }

    @Test
    void refusesProductionWithoutASender() {
        Tenant production = new Tenant(fixture.tenant.integration(), Environment.PRODUCTION);
        NewWithdrawal wish = new NewWithdrawal(
                production,
                new WithdrawalOrigin.Request(Optional.empty()),
                Token.USDC,
                TokenNetwork.ERC20,
                WithdrawalFixture.PAYEE,
                new Asked.Dollars(Fiat.USD.money("10.00")),
                FeeLevel.MEDIUM);

        assertThat(place(wish)).isEqualTo(new Placement.NoSender());
    }

    @Test
    void knowsWhichNetworksAnAddressLeaves() {
        assertThat(fixture.withdrawals.networksOf(
                        Environment.DEVELOPMENT, Token.USDT, "TUEZSdKsoDHQMeZwihtdoBiN46zxhGWYdH"))
                .containsExactly(TokenNetwork.TRC20);
        assertThat(fixture.withdrawals.networksOf(Environment.DEVELOPMENT, Token.USDT, WithdrawalFixture.PAYEE))
                .containsExactly(TokenNetwork.ERC20, TokenNetwork.BSC);
        assertThat(fixture.withdrawals.has(Environment.DEVELOPMENT, Token.USDC, TokenNetwork.TON))
                .isFalse();
    }
}
