package dev.offramp.deposits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.assets.Asset;
import dev.offramp.assets.Network;
import dev.offramp.chains.BlockRef;
import dev.offramp.chains.Chain;
import dev.offramp.chains.ChainBlock;
import dev.offramp.chains.ChainId;
import dev.offramp.chains.Transfer;
import dev.offramp.chains.TxHash;
import dev.offramp.chains.TxStatus;
import dev.offramp.chains.simulated.Fate;
import dev.offramp.jobs.Step;
import dev.offramp.ledger.Account;
import dev.offramp.ledger.AccountKind;
import dev.offramp.ledger.Cause;
import dev.offramp.ledger.Entry;
import dev.offramp.ledger.Posting;
import dev.offramp.money.AssetCode;
import dev.offramp.money.Fiat;
import dev.offramp.money.Money;
import dev.offramp.tenancy.Environment;
import dev.offramp.wallets.Wallet;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A booked deposit leaves its chain: 60 USDC were 96,300 naira, of which 481.50 are the fee.
class IncidentsTest {

    private static final String USDC = "SOL_USDC_JKVK";
    private static final ChainId SOLANA = new ChainId(Environment.DEVELOPMENT, Network.SOLANA);
    private static final Money CREDITED = Fiat.NGN.money("95818.50");
    private static final String BY = "test";

    private final DepositWorld world = new DepositWorld();
    private final Wallet wallet = world.wallet(USDC, "ada");

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void holdsWhatIsThereAndKnowsWhatIsMissing() {
        credit("60");
        payOut("50000.00");
        world.newsKinds();

        lose(new Fate.Dropped());

        assertThat(world.deposits.incidents()).singleElement().satisfies(incident -> {
            assertThat(incident.deposit()).isEqualTo(world.only().id());
            assertThat(incident.chain()).isEqualTo(SOLANA);
            assertThat(incident.coins().units()).isEqualTo("60000000");
            assertThat(incident.credited()).isEqualTo(CREDITED);
            assertThat(incident.held()).isEqualTo(Fiat.NGN.money("45818.50"));
            assertThat(incident.shortfall()).isEqualTo(Fiat.NGN.money("50000.00"));
            assertThat(incident.noticedAt()).isEqualTo(world.clock.instant());
            assertThat(incident.back()).isEmpty();
        });
        assertThat(world.balance(Fiat.NGN)).isEqualTo(Fiat.NGN.money("0.00"));
        assertThat(world.deposits.pausedChains())
                .singleElement()
                .satisfies(paused -> assertThat(paused.reason())
                        .isEqualTo("deposit " + world.only().id() + " was booked and has left the chain"));
        assertThat(world.newsKinds()).isEmpty();
    }

    @Test
    void sharesWhatIsThereBetweenTheDepositsOfOneTenant() {
        world.send(Network.SOLANA, world.pays(wallet, USDC, "60"), world.pays(wallet, USDC, "60"));
        world.mine(Network.SOLANA, 4);
        payOut("91637.00");

        lose(new Fate.Dropped());

        assertThat(world.deposits.incidents())
                .extracting(Incident::held)
                .containsExactlyInAnyOrder(CREDITED, Fiat.NGN.money("4181.50"));
        world.deposits.incidents().forEach(incident -> correct(incident.deposit()));
        assertThat(owed()).isEqualTo(Fiat.NGN.money("91637.00"));
        assertThatNothingIsBookedButTheDebt();
    }

    @Test
    void takesTheCreditBackAndBooksWhatIsMissingAsADebt() {
        credit("60");
        payOut("50000.00");
        lose(new Fate.Dropped());

        IncidentDecision decision = world.deposits.correct(world.only().id(), BY);

        assertThat(decision).isInstanceOf(IncidentDecision.Done.class);
        assertThat(owed()).isEqualTo(Fiat.NGN.money("50000.00"));
        assertThat(world.system(AccountKind.RAIL, Fiat.NGN.asset())).isEqualTo(Fiat.NGN.money("50000.00"));
        assertThatNothingIsBookedButTheDebt();
        assertThat(world.deposits.incidents()).isEmpty();
        assertThat(world.only().state()).isEqualTo(new DepositState.Deleted("left the chain after it was booked"));
    }

    @Test
    void tellsOfTheCorrectionByTheTermsOfTheCredit() {
        credit("60");
        lose(new Fate.Dropped());
        world.newsKinds();

        correct(world.only().id());

        assertThat(world.told()).singleElement().satisfies(fact -> {
            assertThat(fact.kind()).isEqualTo("DepositDeleted");
            DepositSnapshot told = world.snapshot(fact);
            assertThat(told.amountUsd()).isEqualByComparingTo("60");
            assertThat(told.amount()).isEqualByComparingTo("95818.50");
            assertThat(told.confirmations()).isZero();
            assertThat(told.settleTo()).isEmpty();
        });
    }

    @Test
    void correctsOnceHoweverOftenItIsAsked() throws Exception {
        credit("60");
        payOut("50000.00");
        lose(new Fate.Dropped());
        DepositId id = world.only().id();

        assertThat(atOnce(4, () -> world.deposits.correct(id, BY)))
                .filteredOn(IncidentDecision.Done.class::isInstance)
                .hasSize(1);

        assertThat(world.deposits.correct(id, BY)).isEqualTo(new IncidentDecision.NoOpenIncident());
        assertThat(world.deposits.dismiss(id, BY)).isEqualTo(new IncidentDecision.NoOpenIncident());
        assertThat(owed()).isEqualTo(Fiat.NGN.money("50000.00"));
        assertThatNothingIsBookedButTheDebt();
    }

    @Test
    void takesAFlaggedDepositOutOfSuspense() {
        credit("25");
        assertThat(world.only().state()).isInstanceOf(DepositState.Flagged.class);
        lose(new Fate.Dropped());
        assertThat(world.deposits.incidents())
                .singleElement()
                .satisfies(incident -> assertThat(incident.credited().isZero()).isTrue());

        correct(world.only().id());

        assertThat(owed().isZero()).isTrue();
        assertThatNothingIsBookedButTheDebt();
        assertThat(world.only().state()).isInstanceOf(DepositState.Deleted.class);
    }

    @Test
    void isAnIncidentThoughTheTransactionWaitsForABlock() {
        MockTrade deepAtOnce = new MockTrade(
                wallet.address(),
                new AssetCode(USDC),
                new BigDecimal("60"),
                new BigDecimal("60"),
                "ref",
                new TxHash("waits"),
                Optional.empty(),
                3);
        world.deposits.mock(world.tenant, deepAtOnce);
        world.mine(Network.SOLANA, 1);
        assertThat(world.only().state()).isInstanceOf(DepositState.Completed.class);

        lose(new Fate.Returned(50));

        assertThat(world.deposits.incidents())
                .singleElement()
                .satisfies(incident -> assertThat(incident.back()).isEmpty());
    }

    @Test
    void dismissesWhatCameBackAndMovesNoMoney() {
        credit("60");
        payOut("50000.00");
        lose(new Fate.Returned(5));
        DepositId id = world.only().id();
        world.newsKinds();
        assertThat(world.deposits.dismiss(id, BY)).isEqualTo(new IncidentDecision.StillGone());

        mineUntilBack();
        assertThat(world.deposits.correct(id, BY)).isInstanceOf(IncidentDecision.CameBack.class);
        assertThat(world.deposits.dismiss(id, BY)).isEqualTo(new IncidentDecision.TooShallow(1, 3));
        world.mine(Network.SOLANA, 2);
        assertThat(world.deposits.dismiss(id, BY)).isInstanceOf(IncidentDecision.Done.class);

        assertThat(world.balance(Fiat.NGN)).isEqualTo(Fiat.NGN.money("45818.50"));
        assertThat(owed().isZero()).isTrue();
        assertThat(world.deposits.incidents()).isEmpty();
        resume();
        world.mine(Network.SOLANA, 5);
        assertThat(world.only().place()).isInstanceOf(Place.InBlock.class);
        assertThat(world.only().state()).isInstanceOf(DepositState.Completed.class);
        assertThat(world.deposits.incidents()).isEmpty();
        assertThat(world.newsKinds()).isEmpty();
        assertThat(world.balance(Fiat.NGN)).isEqualTo(Fiat.NGN.money("45818.50"));
    }

    @Test
    void findsWhatCameBackFarAboveTheBlockItReadLast() {
        credit("60");
        lose(new Fate.Returned(250));
        world.mine(Network.SOLANA, 260);
        world.deposits.dismiss(world.only().id(), BY);

        resume();
        world.look(Network.SOLANA);

        assertThat(world.deposits.incidents()).isEmpty();
        assertThat(world.only().place()).isInstanceOf(Place.InBlock.class);
    }

    @Test
    void noticesThatWhatCameBackIsGoneAgain() {
        credit("60");
        lose(new Fate.Returned(3));
        mineUntilBack();

        world.reorg(Network.SOLANA, 1, new Fate.Dropped());
        world.mine(Network.SOLANA, 1);

        assertThat(world.deposits.dismiss(world.only().id(), BY)).isEqualTo(new IncidentDecision.StillGone());
    }

    @Test
    void isAnIncidentAgainWhenItLeavesAgainAfterItsDismissal() {
        credit("60");
        lose(new Fate.Returned(3));
        mineUntilBack();
        world.mine(Network.SOLANA, 2);
        world.deposits.dismiss(world.only().id(), BY);
        resume();
        world.mine(Network.SOLANA, 1);

        lose(new Fate.Dropped());

        assertThat(world.deposits.incidents()).singleElement().satisfies(incident -> {
            assertThat(incident.number()).isEqualTo(2);
            assertThat(incident.held()).isEqualTo(CREDITED);
        });
        correct(world.only().id());
        assertThatNothingIsBookedButTheDebt();
    }

    @Test
    void staysPausedWhileAnIncidentIsOpen() {
        assertThat(world.deposits.resume(SOLANA)).isEqualTo(new Resumption.NotPaused());
        credit("60");
        assertThat(world.deposits.resume(SOLANA)).isEqualTo(new Resumption.NotPaused());
        lose(new Fate.Dropped());
        DepositId lost = world.only().id();
        assertThat(world.deposits.resume(SOLANA)).isEqualTo(new Resumption.IncidentsOpen(List.of(lost)));

        correct(lost);

        resume();
        assertThat(world.deposits.pausedChains()).isEmpty();
        assertThat(world.deposits.resume(SOLANA)).isEqualTo(new Resumption.NotPaused());
    }

    @Test
    void readsOnAfterThePauseAndMissesNothingOfIt() {
        credit("60");
        lose(new Fate.Dropped());
        world.send(Network.SOLANA, world.pays(wallet, USDC, "70"));
        world.mine(Network.SOLANA, 150);
        assertThat(world.all()).hasSize(1);
        correct(world.only().id());

        resume();
        world.look(Network.SOLANA);
        world.credit();

        assertThat(world.all())
                .extracting(Deposit::state)
                .satisfiesExactlyInAnyOrder(
                        lost -> assertThat(lost).isInstanceOf(DepositState.Deleted.class),
                        later -> assertThat(later).isInstanceOf(DepositState.Completed.class));
        assertThat(world.balance(Fiat.NGN)).isEqualTo(Fiat.NGN.money("111788.25"));
    }

    @Test
    void creditsACorrectedDepositOnceMoreWhenItReturns() {
        world.link(wallet, Fiat.NGN);
        TxHash tx = credit("60");
        payOut("50000.00");
        lose(new Fate.Dropped());
        correct(world.only().id());
        world.newsKinds();
        world.chains.rebroadcast(tx);
        world.mine(Network.SOLANA, 5);
        assertThat(world.balance(Fiat.NGN)).as("nothing happens in the pause").isEqualTo(Fiat.NGN.money("0.00"));

        resume();
        world.mine(Network.SOLANA, 5);

        assertThat(world.only().state()).isInstanceOf(DepositState.Completed.class);
        assertThat(world.balance(Fiat.NGN)).isEqualTo(CREDITED);
        assertThat(owed()).as("not recovered by itself").isEqualTo(Fiat.NGN.money("50000.00"));
        assertThat(world.told())
                .satisfiesExactly(pending -> assertThat(pending.kind()).isEqualTo("DepositPending"), completed -> {
                    assertThat(completed.kind()).isEqualTo("DepositCompleted");
                    assertThat(world.snapshot(completed).settleTo())
                            .as("it may have been paid out already")
                            .isEmpty();
                });

        lose(new Fate.Dropped());
        correct(world.only().id());
        assertThat(owed()).isEqualTo(Fiat.NGN.money("50000.00"));
        assertThatNothingIsBookedButTheDebt();
    }

    @Test
    void creditsWhatIsPaidInsteadOnTheNewBranch() {
        TxHash tx = credit("60");
        Chain other = new PayingOtherwise(world.chains.chain(Network.SOLANA), tx, world.units(USDC, "70"));
        world.reorg(Network.SOLANA, 4, new Fate.Moved());
        look(other, 3);
        DepositId id = world.only().id();
        assertThat(world.only().units()).isEqualTo(world.units(USDC, "60"));
        look(other, 1);
        assertThat(world.deposits.dismiss(id, BY)).isEqualTo(new IncidentDecision.StillGone());
        correct(id);

        resume();
        look(other, 1);

        assertThat(world.only().units()).isEqualTo(world.units(USDC, "70"));
        assertThat(world.only().state()).isInstanceOf(DepositState.Completed.class);
        assertThat(world.balance(Fiat.NGN)).isEqualTo(Fiat.NGN.money("111788.25"));
    }

    private TxHash credit(String coins) {
        TxHash tx = world.send(Network.SOLANA, world.pays(wallet, USDC, coins));
        world.mine(Network.SOLANA, 4);
        assertThat(world.only().isPending()).isFalse();
        return tx;
    }

    /// As a settlement does: out of the balance, to a bank.
    private void payOut(String naira) {
        Account rail = Account.system(AccountKind.RAIL, Environment.DEVELOPMENT, Fiat.NGN.asset());
        Posting paid = new Posting(Account.tenant(world.tenant, Fiat.NGN), rail, Fiat.NGN.money(naira));
        Cause cause = new Cause("test.payout", world.ids.next());
        world.db.run(tx -> world.ledger.enter(tx, List.of(new Entry.Post(cause, List.of(paid)))));
    }

    /// Replaces the blocks of the deposit by others, and lets so many follow that it is given up.
    private void lose(Fate fate) {
        Place.InBlock there = (Place.InBlock) world.all().getFirst().place();
        long tip = world.chains.chain(Network.SOLANA).tip().height();
        world.reorg(Network.SOLANA, Math.toIntExact(tip - there.block().height() + 1), fate);
        world.look(Network.SOLANA);
        world.mine(Network.SOLANA, 3);
        assertThat(world.deposits.incidents()).isNotEmpty();
    }

    private void mineUntilBack() {
        for (int i = 0; i < 10 && world.deposits.incidents().getFirst().back().isEmpty(); i++) {
            world.mine(Network.SOLANA, 1);
        }
        assertThat(world.deposits.incidents().getFirst().back()).isPresent();
    }

    private void correct(DepositId id) {
        assertThat(world.deposits.correct(id, BY)).isInstanceOf(IncidentDecision.Done.class);
    }

    private void resume() {
        assertThat(world.deposits.resume(SOLANA)).isInstanceOf(Resumption.Resumed.class);
    }

    private void look(Chain chain, int blocks) {
        Step watch = world.deposits.watch(chain, OptionalLong.of(0));
        for (int i = 0; i < blocks; i++) {
            world.chains.mine(1);
            while (watch.runOnce()) {
                continue;
            }
            world.credit();
        }
    }

    private Money owed() {
        Account receivable = Account.owned(AccountKind.RECEIVABLE, world.tenant, Fiat.NGN.asset());
        return world.db
                .transact(world.ledger::balances)
                .getOrDefault(receivable, Money.zero(Fiat.NGN.asset()))
                .negated();
    }

    /// Custody is what the chain holds, suspense what is flagged, and nothing was earned or exchanged.
    private void assertThatNothingIsBookedButTheDebt() {
        AssetCode usdc = new AssetCode(USDC);
        assertThat(world.system(AccountKind.CUSTODY, usdc).isZero()).isTrue();
        assertThat(world.system(AccountKind.SUSPENSE, usdc).isZero()).isTrue();
        assertThat(world.system(AccountKind.LIQUIDITY, usdc).isZero()).isTrue();
        assertThat(world.system(AccountKind.LIQUIDITY, Fiat.NGN.asset()).isZero())
                .isTrue();
        assertThat(world.system(AccountKind.FEES, Fiat.NGN.asset()).isZero()).isTrue();
        Account tenant = Account.tenant(world.tenant, Fiat.NGN);
        Money nothing = Money.zero(Fiat.NGN.asset());
        assertThat(world.db.transact(world.ledger::balances).getOrDefault(tenant, nothing))
                .isEqualTo(nothing);
        assertThat(world.balance(Fiat.NGN)).isEqualTo(nothing);
        assertThat(world.db.transact(world.deposits::sums).booked().values()).allMatch(BigInteger.ZERO::equals);
    }

    private static <T> List<T> atOnce(int times, Callable<T> work) throws Exception {
        CyclicBarrier start = new CyclicBarrier(times);
        try (ExecutorService threads = Executors.newFixedThreadPool(times)) {
            List<Future<T>> all = threads.invokeAll(Collections.nCopies(times, () -> {
                start.await();
                return work.call();
            }));
            return all.stream().map(Future::resultNow).toList();
        }
    }

    /// The chain, on which one transaction pays another amount than it did.
    private record PayingOtherwise(Chain chain, TxHash tx, BigInteger units) implements Chain {

        @Override
        public ChainId id() {
            return chain.id();
        }

        @Override
        public BlockRef tip() {
            return chain.tip();
        }

        @Override
        public Optional<BlockRef> at(long height) {
            return chain.at(height);
        }

        @Override
        public List<ChainBlock> blocksFrom(long height, int max) {
            return chain.blocksFrom(height, max).stream()
                    .map(block -> new ChainBlock(
                            block.ref(),
                            block.parent(),
                            block.minedAt(),
                            block.transfers().stream().map(this::otherwise).toList()))
                    .toList();
        }

        private Transfer otherwise(Transfer transfer) {
            return transfer.tx().equals(tx)
                    ? new Transfer(
                            tx,
                            transfer.position(),
                            transfer.index(),
                            transfer.contract(),
                            transfer.sender(),
                            transfer.recipient(),
                            units)
                    : transfer;
        }

        @Override
        public List<Transfer> waiting() {
            return chain.waiting();
        }

        @Override
        public Map<TxHash, TxStatus> statuses(Set<TxHash> txs) {
            return chain.statuses(txs);
        }

        @Override
        public Map<AssetCode, String> faults(Collection<Asset> assets) {
            return chain.faults(assets);
        }
    }
}
