package dev.offramp.deposits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.assets.Network;
import dev.offramp.assets.Token;
import dev.offramp.assets.TokenNetwork;
import dev.offramp.chains.Address;
import dev.offramp.chains.TxHash;
import dev.offramp.chains.simulated.Fate;
import dev.offramp.chains.simulated.NewTransaction;
import dev.offramp.chains.simulated.Output;
import dev.offramp.destinations.Destination;
import dev.offramp.ledger.AccountKind;
import dev.offramp.money.AssetCode;
import dev.offramp.money.Fiat;
import dev.offramp.wallets.Wallet;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Deposits from first sight to their end (decisions 25 to 28).
class DepositsTest {

    private static final String USDC = "SOL_USDC_JKVK";

    private final DepositWorld world = new DepositWorld();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void creditsTheGoldenCaseToTheLastKobo() {
        Wallet wallet = world.wallet(USDC, "ada");
        world.send(Network.SOLANA, world.pays(wallet, USDC, "59"));
        world.look(Network.SOLANA);
        assertThat(world.news()).singleElement().satisfies(pending -> {
            assertThat(pending.confirmations()).isZero();
            assertThat(pending.amountUsd()).isEqualByComparingTo("59");
            assertThat(pending.address()).isEqualTo(wallet.address().value());
        });

        world.mine(Network.SOLANA, 2);
        assertThat(world.newsKinds()).containsExactly("DepositPending");
        assertThat(world.balance(Fiat.NGN)).isEqualTo(Fiat.NGN.money("0.00"));
        world.mine(Network.SOLANA, 1);

        assertThat(world.newsKinds()).containsExactly("DepositCompleted");
        assertThat(world.balance(Fiat.NGN)).isEqualTo(Fiat.NGN.money("94221.52"));
        assertThat(world.system(AccountKind.FEES, Fiat.NGN.asset())).isEqualTo(Fiat.NGN.money("473.48"));
        assertThat(world.system(AccountKind.CUSTODY, new AssetCode(USDC)).units())
                .isEqualTo("-59000000");
    }

    @Test
    void creditsEachOutputOfOneTransactionOnce() {
        Wallet ada = world.wallet(USDC, "ada");
        Wallet obi = world.wallet(USDC, "obi");
        world.send(
                Network.SOLANA, world.pays(ada, USDC, "60"), world.pays(obi, USDC, "70"), world.pays(ada, USDC, "80"));

        world.mine(Network.SOLANA, 5);

        assertThat(world.all()).hasSize(3).allMatch(deposit -> deposit.state() instanceof DepositState.Completed);
        assertThat(world.balance(Fiat.NGN)).isEqualTo(Fiat.NGN.money("335364.75"));
    }

    @Test
    void movesWithAReorganisationAndIsStillOneDeposit() {
        Wallet wallet = world.wallet(USDC, "ada");
        world.send(Network.SOLANA, world.pays(wallet, USDC, "60"));
        world.mine(Network.SOLANA, 2);
        world.reorg(Network.SOLANA, 2, new Fate.Moved());
        world.look(Network.SOLANA);

        world.mine(Network.SOLANA, 5);

        assertThat(world.only().state()).isInstanceOf(DepositState.Completed.class);
        assertThat(world.newsKinds()).containsExactly("DepositPending", "DepositCompleted");
    }

    @Test
    void isDeletedWhenTheNewBranchIsAsLongAsTheAssetNeeds() {
        Wallet wallet = world.wallet(USDC, "ada");
        world.send(Network.SOLANA, world.pays(wallet, USDC, "60"));
        world.mine(Network.SOLANA, 2);
        world.newsKinds();
        world.reorg(Network.SOLANA, 2, new Fate.Dropped());
        world.look(Network.SOLANA);
        assertThat(world.newsKinds()).isEmpty();
        assertThat(world.only().confirmations(1_000)).isZero();

        world.mine(Network.SOLANA, 3);

        assertThat(world.newsKinds()).containsExactly("DepositDeleted");
        assertThat(world.only().state()).isInstanceOf(DepositState.Deleted.class);
        assertThat(world.balance(Fiat.NGN)).isEqualTo(Fiat.NGN.money("0.00"));
    }

    @Test
    void isTheSameDepositAgainWhenADeletedTransferReturns() {
        Wallet wallet = world.wallet(USDC, "ada");
        TxHash tx = world.send(Network.SOLANA, world.pays(wallet, USDC, "60"));
        world.look(Network.SOLANA);
        world.chains.drop(tx);
        world.mine(Network.SOLANA, 4);
        assertThat(world.newsKinds()).containsExactly("DepositPending", "DepositDeleted");

        world.chains.rebroadcast(tx);
        world.mine(Network.SOLANA, 4);

        assertThat(world.newsKinds()).containsExactly("DepositPending", "DepositCompleted");
        assertThat(world.only().state()).isInstanceOf(DepositState.Completed.class);
    }

    @Test
    void isDeletedOnceItsReplacementHasABlock() {
        Wallet wallet = world.wallet(USDC, "ada");
        TxHash tx = world.send(Network.SOLANA, world.pays(wallet, USDC, "60"));
        world.look(Network.SOLANA);
        world.chains.replace(tx, List.of(world.pays(wallet, USDC, "61")));
        world.look(Network.SOLANA);
        world.newsKinds();

        world.mine(Network.SOLANA, 1);

        assertThat(world.newsKinds()).contains("DepositDeleted");
        world.mine(Network.SOLANA, 3);
        assertThat(world.balance(Fiat.NGN)).isEqualTo(Fiat.NGN.money("97415.47"));
    }

    @Test
    void neverCreditsAFailedTransactionOrAFakeToken() {
        Wallet wallet = world.wallet(USDC, "ada");
        world.chains.send(NewTransaction.paying(Network.SOLANA, List.of(world.pays(wallet, USDC, "60")))
                .failing());
        world.send(Network.SOLANA, Output.fake(wallet.address(), world.asset(USDC), world.units(USDC, "60")));

        world.mine(Network.SOLANA, 5);

        assertThat(world.all()).noneMatch(deposit -> deposit.state() instanceof DepositState.Completed);
        assertThat(world.deposits.arrivals(10)).singleElement().satisfies(arrival -> {
            assertThat(arrival.why()).isEqualTo(Arrival.Why.UNKNOWN_TOKEN);
            assertThat(arrival.address()).isEqualTo(wallet.address());
        });
        assertThat(world.balance(Fiat.NGN)).isEqualTo(Fiat.NGN.money("0.00"));
    }

    @Test
    void holdsBackWhatIsBelowTheMinimumUntilATopUpCompletesIt() {
        Wallet wallet = world.wallet(USDC, "ada");
        world.send(Network.SOLANA, world.pays(wallet, USDC, "25"));
        world.mine(Network.SOLANA, 4);
        assertThat(world.newsKinds()).containsExactly("DepositPending", "DepositFlagged");
        assertThat(world.system(AccountKind.SUSPENSE, new AssetCode(USDC)).units())
                .isEqualTo("25000000");
        assertThat(world.balance(Fiat.NGN)).isEqualTo(Fiat.NGN.money("0.00"));

        world.send(Network.SOLANA, world.pays(wallet, USDC, "25"));
        world.mine(Network.SOLANA, 4);

        assertThat(world.newsKinds()).containsExactly("DepositPending", "DepositCompleted", "DepositCompleted");
        assertThat(world.system(AccountKind.SUSPENSE, new AssetCode(USDC)).units())
                .isZero();
        assertThat(world.balance(Fiat.NGN)).isEqualTo(Fiat.NGN.money("79848.74"));
        Deposit first = world.all().getFirst();
        assertThat(first.state())
                .isInstanceOfSatisfying(
                        DepositState.Completed.class,
                        completed -> assertThat(completed.reason())
                                .contains("This trade was flagged but resolved with a top-up from trade ID: "
                                        + world.all().getLast().id() + "."));
    }

    @Test
    void takesTheFlagFeeWhenTheOperatorCompletes() {
        Wallet wallet = world.wallet(USDC, "ada");
        world.send(Network.SOLANA, world.pays(wallet, USDC, "25"));
        world.mine(Network.SOLANA, 4);

        assertThat(world.deposits.complete(world.only().id())).isEqualTo(new FlaggedDecision.Done());

        assertThat(world.balance(Fiat.NGN)).isEqualTo(Fiat.NGN.money("23874.37"));
        assertThat(world.deposits.complete(world.only().id())).isEqualTo(new FlaggedDecision.NotFlagged());
    }

    @Test
    void keepsARejectedDepositFlaggedWhateverArrivesLater() {
        Wallet wallet = world.wallet(USDC, "ada");
        world.send(Network.SOLANA, world.pays(wallet, USDC, "25"));
        world.mine(Network.SOLANA, 4);
        world.deposits.reject(world.only().id(), "not ours to keep");

        world.send(Network.SOLANA, world.pays(wallet, USDC, "60"));
        world.mine(Network.SOLANA, 4);

        assertThat(world.all().getFirst().state()).isInstanceOf(DepositState.Flagged.class);
        assertThat(world.system(AccountKind.SUSPENSE, new AssetCode(USDC)).units())
                .isEqualTo("25000000");
    }

    @Test
    void flagsAnotherAssetThanTheAddressIsFor() {
        Wallet wallet = world.wallet("USDC_ETH_TEST5_0GER", "ada");
        world.send(
                Network.BASE,
                Output.of(
                        wallet.address(),
                        world.asset("USDC_BASECHAIN_ETH_TEST5_8SH8"),
                        world.units("USDC_BASECHAIN_ETH_TEST5_8SH8", "60")));

        world.mine(Network.BASE, 4);

        assertThat(world.only().content().isWrongAsset()).isTrue();
        assertThat(world.only().state())
                .isInstanceOfSatisfying(
                        DepositState.Flagged.class,
                        flagged -> assertThat(flagged.why()).isEqualTo(FlagReason.WRONG_ASSET));
    }

    @Test
    void isConvertedToTheCurrencyOfItsBank() {
        Wallet wallet = world.wallet(USDC, "ada");
        world.link(wallet, Fiat.GHS);
        world.send(Network.SOLANA, world.pays(wallet, USDC, "59"));

        world.mine(Network.SOLANA, 4);

        assertThat(world.balance(Fiat.GHS)).isEqualTo(Fiat.GHS.money("657.50"));
        assertThat(world.news().getLast().settleTo())
                .hasValueSatisfying(bank -> assertThat(bank.currency()).isEqualTo(Fiat.GHS));
    }

    @Test
    void isConvertedToDollarsForAnAddressAndGoesThere() {
        Destination.CoinAddress address = new Destination.CoinAddress(
                Token.USDT, TokenNetwork.ERC20, "0x1111111111111111111111111111111111111111");
        Wallet wallet = world.wallet(USDC, "ada");
        world.settleTo(address);
        world.send(Network.SOLANA, world.pays(wallet, USDC, "59"));

        world.mine(Network.SOLANA, 4);

        assertThat(world.balance(Fiat.USD)).isEqualTo(Fiat.USD.money("58.70"));
        DepositSnapshot told = world.news().getLast();
        assertThat(told.settleToAddress()).contains(address);
        assertThat(told.settleTo()).isEmpty();
    }

    @Test
    void reportsDustWithoutMakingATrade() {
        Wallet wallet = world.wallet("ETH_TEST5", "ada");
        world.send(Network.ETHEREUM, world.pays(wallet, "ETH_TEST5", "0.000000000000000001"));

        world.mine(Network.ETHEREUM, 4);

        assertThat(world.all()).isEmpty();
        assertThat(world.deposits.arrivals(10))
                .singleElement()
                .extracting(Arrival::why)
                .isEqualTo(Arrival.Why.DUST);
    }

    @Test
    void mocksADepositThatIsPendingWhenTheRequestIsAnswered() {
        Wallet wallet = world.wallet(USDC, "ada");

        MockTrade.Outcome outcome = world.deposits.mock(world.tenant, mock(wallet, "ref-1", "tx-1", 1));

        assertThat(outcome).isInstanceOf(MockTrade.Outcome.Queued.class);
        assertThat(world.newsKinds()).containsExactly("DepositPending");
        world.mine(Network.SOLANA, 3);
        assertThat(world.only().state()).isInstanceOfSatisfying(DepositState.Completed.class, completed -> {
            assertThat(completed.terms().usd()).isEqualByComparingTo("100");
            assertThat(completed.terms().price().rate().value()).isEqualByComparingTo("2");
            assertThat(completed.terms().price().source()).isEqualTo("mock");
        });
    }

    @Test
    void countsAMockDeeperThanItLies() {
        Wallet wallet = world.wallet(USDC, "ada");
        world.deposits.mock(world.tenant, mock(wallet, "ref-1", "tx-1", 3));

        world.mine(Network.SOLANA, 1);

        assertThat(world.newsKinds()).containsExactly("DepositPending", "DepositPending", "DepositCompleted");
    }

    @Test
    void refusesAMockTwice() {
        Wallet wallet = world.wallet(USDC, "ada");
        world.deposits.mock(world.tenant, mock(wallet, "ref-1", "tx-1", 1));

        assertThat(world.deposits.mock(world.tenant, mock(wallet, "ref-2", "tx-1", 1)))
                .isEqualTo(new MockTrade.Outcome.TxHashTaken());
        assertThat(world.deposits.mock(world.tenant, mock(wallet, "ref-1", "tx-2", 1)))
                .isEqualTo(new MockTrade.Outcome.ReferenceTaken());
        assertThat(world.all()).hasSize(1);
    }

    @Test
    void pausesTheChainWhenACreditedDepositLeavesIt() {
        Wallet wallet = world.wallet(USDC, "ada");
        world.send(Network.SOLANA, world.pays(wallet, USDC, "60"));
        world.mine(Network.SOLANA, 4);
        world.reorg(Network.SOLANA, 4, new Fate.Dropped());
        world.look(Network.SOLANA);

        world.mine(Network.SOLANA, 3);

        assertThat(world.balance(Fiat.NGN)).isEqualTo(Fiat.NGN.money("0.00"));
        world.send(Network.SOLANA, world.pays(wallet, USDC, "70"));
        world.mine(Network.SOLANA, 5);
        assertThat(world.all()).hasSize(1);
    }

    private static MockTrade mock(Wallet wallet, String reference, String tx, int confirmations) {
        return new MockTrade(
                wallet.address(),
                new AssetCode(USDC),
                new BigDecimal("100"),
                new BigDecimal("50"),
                reference,
                new TxHash(tx),
                Optional.of(new Address("somebody")),
                confirmations);
    }
}
