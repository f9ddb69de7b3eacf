package dev.offramp.chains.simulated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.offramp.assets.Asset;
import dev.offramp.assets.Network;
import dev.offramp.chains.Address;
import dev.offramp.chains.BlockRef;
import dev.offramp.chains.MockBroadcast;
import dev.offramp.chains.Position;
import dev.offramp.chains.Transfer;
import dev.offramp.chains.TxHash;
import dev.offramp.chains.TxStatus;
import dev.offramp.db.TestDatabase;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MempoolTest {

    private static final Network NETWORK = Network.BSC;
    private static final TxHash NAMED = new TxHash("any text: ü");
    private static final Asset TOKEN = Sandbox.asset(NETWORK, "USDC_BSC_TEST", "USDC", Optional.of("USDC_BSC_TEST"));

    private static TestDatabase test;
    private Sandbox sandbox;

    @BeforeAll
    static void openDatabase() {
        test = TestDatabase.create();
    }

    @BeforeEach
    void open() {
        sandbox = new Sandbox(test);
    }

    @AfterAll
    static void closeDatabase() {
        test.close();
    }

    @Test
    void showsEveryOutputOfWhatWaits() {
        Address bob = new Address("bob");
        BigInteger much = BigInteger.TEN.pow(70);
        TxHash tx = sandbox.chains.send(NewTransaction.paying(
                        NETWORK,
                        List.of(
                                Output.of(bob, TOKEN, much),
                                Output.fake(bob, TOKEN, BigInteger.TWO),
                                Sandbox.output("bob", 3)))
                .from(new Address("eve")));

        assertThat(sandbox.chain(NETWORK).waiting())
                .containsExactly(
                        transfer(tx, 0, Optional.of("USDC_BSC_TEST"), much),
                        transfer(tx, 1, Optional.of("fake:USDC"), BigInteger.TWO),
                        transfer(tx, 2, Optional.empty(), BigInteger.valueOf(3)));
    }

    @Test
    void hidesFromOneNetworkWhatHappensOnAnother() {
        TxHash tx = sandbox.chains.send(Sandbox.coin(Network.BASE, "bob"));

        assertThat(sandbox.chain(NETWORK).waiting()).isEmpty();
        assertThat(sandbox.status(NETWORK, tx)).isEqualTo(new TxStatus.Unknown());
        sandbox.chains.mine(1);
        assertThat(sandbox.transfers(NETWORK)).isEmpty();
        assertThat(sandbox.status(NETWORK, tx)).isEqualTo(new TxStatus.Unknown());
        assertThat(sandbox.transfers(Network.BASE)).hasSize(1);
    }

    @Test
    void showsNoTransferOfATransactionThatWillFail() {
        TxHash tx = sandbox.chains.send(Sandbox.coin(NETWORK, "bob").failing());
        assertThat(sandbox.chain(NETWORK).waiting()).isEmpty();

        sandbox.chains.mine(1);

        assertThat(sandbox.transfers(NETWORK)).isEmpty();
        assertThat(sandbox.status(NETWORK, tx)).isInstanceOf(TxStatus.Mined.class);
    }

    @Test
    void broadcastsWithTheCallersTransactionOrNotAtAll() {
        assertThatThrownBy(() -> sandbox.db.run(tx -> {
                    sandbox.chains.broadcast(tx, NAMED, Sandbox.coin(NETWORK, "bob"));
                    throw new IllegalStateException("the caller failed");
                }))
                .hasMessage("the caller failed");
        assertThat(sandbox.chain(NETWORK).waiting()).isEmpty();

        assertThat(broadcast(NAMED, NETWORK)).isEqualTo(new BroadcastOutcome.Broadcast());
        sandbox.chains.mine(1);

        assertThat(sandbox.transfers(NETWORK)).extracting(Transfer::tx).containsExactly(NAMED);
    }

    @Test
    void refusesAHashThatIsTakenOnAnyNetwork() {
        broadcast(NAMED, Network.TRON);

        assertThat(broadcast(NAMED, NETWORK)).isEqualTo(new BroadcastOutcome.TxHashTaken());
        sandbox.chains.mine(1);
        assertThat(broadcast(NAMED, Network.TRON)).isEqualTo(new BroadcastOutcome.TxHashTaken());
        assertThat(sandbox.transfers(NETWORK)).isEmpty();
        assertThat(sandbox.transfers(Network.TRON)).hasSize(1);
    }

    @Test
    void broadcastsAMockDepositOncePerHash() {
        Address eve = new Address("eve");
        MockBroadcast.Output output =
                new MockBroadcast.Output(new Address("bob"), Optional.of(new Address("TOKEN")), BigInteger.TEN);
        MockBroadcast mocks = sandbox.chains.mocks();

        boolean first = sandbox.db.transact(tx -> mocks.broadcast(tx, NETWORK, NAMED, Optional.of(eve), output));
        boolean second = sandbox.db.transact(tx -> mocks.broadcast(tx, NETWORK, NAMED, Optional.of(eve), output));

        assertThat(first).isTrue();
        assertThat(second).isFalse();
        assertThat(sandbox.chain(NETWORK).waiting())
                .containsExactly(new Transfer(
                        NAMED,
                        MockBroadcast.POSITION,
                        0,
                        output.contract(),
                        Optional.of(eve),
                        output.recipient(),
                        output.units()));
    }

    @Test
    void broadcastsTheRestOfABatchWhoseHashesAreTaken() {
        broadcast(NAMED, NETWORK);
        Map<TxHash, NewTransaction> batch =
                Map.of(NAMED, Sandbox.coin(NETWORK, "bob"), new TxHash("other"), Sandbox.coin(Network.TRON, "bob"));

        Set<TxHash> taken = sandbox.db.transact(tx -> sandbox.chains.broadcastAll(tx, batch));

        assertThat(taken).containsExactly(NAMED);
        assertThat(sandbox.chain(Network.TRON).waiting()).hasSize(1);
        assertThat(sandbox.chain(NETWORK).waiting()).hasSize(1);
    }

    @Test
    void givesAHashToOneOfManyWhoWantIt() throws InterruptedException {
        List<BroadcastOutcome> outcomes = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            threads.add(Thread.ofVirtual().start(() -> {
                BroadcastOutcome outcome = broadcast(NAMED, NETWORK);
                synchronized (outcomes) {
                    outcomes.add(outcome);
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(outcomes).hasSize(6).containsOnlyOnce(new BroadcastOutcome.Broadcast());
    }

    @Test
    void spendsTheCoinsOfAReplacedTransactionOnce() {
        TxHash original = sandbox.chains.send(Sandbox.coin(NETWORK, "bob").from(new Address("eve")));

        TxHash by = replaced(sandbox.chains.replace(original, List.of(Sandbox.output("eve", 1))));

        assertThat(sandbox.chain(NETWORK).waiting()).singleElement().satisfies(transfer -> {
            assertThat(transfer.tx()).isEqualTo(by);
            assertThat(transfer.sender()).contains(new Address("eve"));
        });
        assertThat(sandbox.status(NETWORK, original)).isEqualTo(new TxStatus.Unknown());
        sandbox.chains.mine(1);
        assertThat(sandbox.status(NETWORK, original))
                .isEqualTo(new TxStatus.Replaced(by, sandbox.chain(NETWORK).tip()));
        assertThat(sandbox.status(NETWORK, by))
                .isEqualTo(new TxStatus.Mined(sandbox.chain(NETWORK).tip()));
    }

    @Test
    void replacesAReplacement() {
        TxHash first = sandbox.chains.send(Sandbox.coin(NETWORK, "bob"));
        TxHash second = replaced(sandbox.chains.replace(first, List.of(Sandbox.output("eve", 1))));
        TxHash third = replaced(sandbox.chains.replace(second, List.of(Sandbox.output("joe", 1))));
        sandbox.chains.mine(1);

        TxStatus lost = new TxStatus.Replaced(third, sandbox.chain(NETWORK).tip());
        assertThat(sandbox.chain(NETWORK).statuses(Set.of(first, second))).isEqualTo(Map.of(first, lost, second, lost));
    }

    @Test
    void replacesAndDropsOnlyWhatWaits() {
        TxHash mined = sandbox.chains.send(Sandbox.coin(NETWORK, "bob"));
        sandbox.chains.mine(1);
        TxHash dropped = sandbox.chains.send(Sandbox.coin(NETWORK, "bob"));
        assertThat(sandbox.chains.drop(dropped)).isEqualTo(new DropOutcome.Dropped());
        List<Output> outputs = List.of(Sandbox.output("eve", 1));

        assertThat(sandbox.chains.replace(mined, outputs))
                .isEqualTo(
                        new ReplaceOutcome.AlreadyMined(sandbox.chain(NETWORK).tip()));
        assertThat(sandbox.chains.replace(dropped, outputs)).isEqualTo(new ReplaceOutcome.NoSuchTransaction());
        assertThat(sandbox.chains.replace(NAMED, outputs)).isEqualTo(new ReplaceOutcome.NoSuchTransaction());
        assertThat(sandbox.chains.drop(mined))
                .isEqualTo(new DropOutcome.AlreadyMined(sandbox.chain(NETWORK).tip()));
        assertThat(sandbox.chains.drop(dropped)).isEqualTo(new DropOutcome.NoSuchTransaction());
        assertThat(sandbox.chains.drop(NAMED)).isEqualTo(new DropOutcome.NoSuchTransaction());
        assertThat(sandbox.chain(NETWORK).waiting()).isEmpty();
    }

    @Test
    void forgetsADroppedTransactionUntilItIsBroadcastAgain() {
        TxHash tx = sandbox.chains.send(Sandbox.coin(NETWORK, "bob"));
        sandbox.chains.drop(tx);
        sandbox.chains.mine(2);
        assertThat(sandbox.status(NETWORK, tx)).isEqualTo(new TxStatus.Unknown());

        assertThat(sandbox.chains.rebroadcast(tx)).isEqualTo(new RebroadcastOutcome.Rebroadcast());

        assertThat(sandbox.status(NETWORK, tx)).isEqualTo(new TxStatus.Waiting());
        sandbox.chains.mine(1);
        assertThat(sandbox.status(NETWORK, tx))
                .isEqualTo(new TxStatus.Mined(sandbox.chain(NETWORK).tip()));
    }

    @Test
    void bringsBackNothingWhoseCoinsAreSpent() {
        TxHash original = sandbox.chains.send(Sandbox.coin(NETWORK, "bob"));
        TxHash by = replaced(sandbox.chains.replace(original, List.of(Sandbox.output("eve", 1))));

        assertThat(sandbox.chains.rebroadcast(original)).isEqualTo(new RebroadcastOutcome.CoinsSpent(by));
        assertThat(sandbox.chains.rebroadcast(by)).isEqualTo(new RebroadcastOutcome.NotGone());
        assertThat(sandbox.chains.rebroadcast(NAMED)).isEqualTo(new RebroadcastOutcome.NoSuchTransaction());
        sandbox.chains.drop(by);
        assertThat(sandbox.chains.rebroadcast(original)).isEqualTo(new RebroadcastOutcome.Rebroadcast());
    }

    @Test
    void sumsWhatAddressesReceivedPerCoin() {
        Address bob = new Address("bob");
        sandbox.chains.send(NewTransaction.paying(
                NETWORK, List.of(Sandbox.output("bob", 5), Sandbox.output("bob", 6), Sandbox.output("joe", 100))));
        sandbox.chains.send(Sandbox.coin(NETWORK, "bob").failing());
        sandbox.chains.send(NewTransaction.paying(NETWORK, List.of(Output.of(bob, TOKEN, BigInteger.TWO))));
        sandbox.chains.send(Sandbox.coin(Network.BASE, "eve"));
        sandbox.chains.mine(1);
        BlockRef first = sandbox.chain(NETWORK).tip();
        sandbox.chains.send(Sandbox.coin(NETWORK, "eve"));
        sandbox.chains.mine(1);
        sandbox.chains.send(Sandbox.coin(NETWORK, "bob"));

        Coin coin = new Coin(NETWORK, Optional.empty());
        Coin token = new Coin(NETWORK, Optional.of(new Address("USDC_BSC_TEST")));
        assertThat(received(first)).contains(Map.of(coin, BigInteger.valueOf(11), token, BigInteger.TWO));
        assertThat(received(sandbox.chain(NETWORK).tip()))
                .contains(Map.of(coin, BigInteger.valueOf(12), token, BigInteger.TWO));
    }

    @Test
    void sumsNothingUpToABlockThatLeftTheBestBranch() {
        sandbox.chains.mine(2);
        BlockRef tip = sandbox.chain(NETWORK).tip();
        BlockRef below = sandbox.chain(NETWORK).at(1).orElseThrow();

        sandbox.chains.reorg(NETWORK, 1, new Fate.Kept());

        assertThat(received(tip)).isEmpty();
        assertThat(received(below)).contains(Map.of());
    }

    private Optional<Map<Coin, BigInteger>> received(BlockRef block) {
        Set<Address> recipients = Set.of(new Address("bob"), new Address("eve"));
        return sandbox.db.transact(tx -> sandbox.chains.receivedUpTo(tx, NETWORK, block, recipients));
    }

    private BroadcastOutcome broadcast(TxHash hash, Network network) {
        return sandbox.db.transact(tx -> sandbox.chains.broadcast(tx, hash, Sandbox.coin(network, "bob")));
    }

    private static TxHash replaced(ReplaceOutcome outcome) {
        assertThat(outcome).isInstanceOf(ReplaceOutcome.Replaced.class);
        return ((ReplaceOutcome.Replaced) outcome).by();
    }

    private static Transfer transfer(TxHash tx, int n, Optional<String> contract, BigInteger units) {
        return new Transfer(
                tx,
                new Position("out:" + n),
                n,
                contract.map(Address::new),
                Optional.of(new Address("eve")),
                new Address("bob"),
                units);
    }
}
