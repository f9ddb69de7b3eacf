package dev.offramp.deposits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.assets.Network;
import dev.offramp.chains.Address;
import dev.offramp.chains.ChainId;
import dev.offramp.chains.TxHash;
import dev.offramp.chains.simulated.Output;
import dev.offramp.tenancy.Environment;
import dev.offramp.wallets.Wallet;
import dev.offramp.wallets.WalletId;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What the operator finds, whoever's it is.
class DepositSearchTest {

    private static final String USDC = "SOL_USDC_JKVK";
    private static final ChainId SOLANA = new ChainId(Environment.DEVELOPMENT, Network.SOLANA);
    private static final int MAX = 10;

    private final DepositWorld world = new DepositWorld();
    private final Wallet ada = world.wallet(USDC, "ada");
    private final Wallet bob = world.wallet(USDC, "bob");

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void findsFlaggedDepositsUntilTheyAreDecided() {
        world.send(Network.SOLANA, world.pays(ada, USDC, "10"));
        world.send(Network.SOLANA, world.pays(bob, USDC, "11"));
        world.mine(Network.SOLANA, 4);
        List<DepositId> both = world.all().stream().map(Deposit::id).toList();

        assertThat(flagged()).containsExactlyInAnyOrderElementsOf(both);
        assertThat(world.db.transact(world.deposits::countFlagged)).isEqualTo(2);

        world.deposits.complete(both.get(0));
        assertThat(flagged()).containsExactly(both.get(1));

        world.deposits.reject(both.get(1), "not ours to keep");
        assertThat(flagged()).isEmpty();
        assertThat(world.db.transact(world.deposits::countFlagged)).isZero();
    }

    @Test
    void findsEveryTransferOfATransaction() {
        TxHash tx = world.send(
                Network.SOLANA,
                world.pays(ada, USDC, "60"),
                world.pays(bob, USDC, "70"),
                new Output(ada.address(), Optional.of(new Address("Worthless")), BigInteger.TEN));
        world.send(Network.SOLANA, world.pays(ada, USDC, "80"));
        world.mine(Network.SOLANA, 1);

        SeenTransfers seen = world.db.transact(inTx -> world.deposits.seen(inTx, tx, MAX));

        assertThat(seen.deposits()).extracting(Deposit::wallet).containsExactlyInAnyOrder(ada.id(), bob.id());
        assertThat(seen.arrivals()).singleElement().satisfies(arrival -> {
            assertThat(arrival.tx()).isEqualTo(tx);
            assertThat(arrival.wallet()).isEqualTo(ada.id());
            assertThat(arrival.tenant()).isEqualTo(world.tenant);
            assertThat(arrival.contract()).contains(new Address("Worthless"));
            assertThat(arrival.block()).isPresent();
        });
        SeenTransfers nothing = world.db.transact(inTx -> world.deposits.seen(inTx, new TxHash("nobody's"), MAX));
        assertThat(nothing.isEmpty()).isTrue();
    }

    @Test
    void findsWhatArrivedAtAWalletNewestFirst() {
        world.send(Network.SOLANA, world.pays(ada, USDC, "60"));
        world.mine(Network.SOLANA, 1);
        TxHash later = world.send(
                Network.SOLANA,
                world.pays(ada, USDC, "70"),
                new Output(ada.address(), Optional.of(new Address("Worthless")), BigInteger.TEN));
        world.send(Network.SOLANA, world.pays(bob, USDC, "80"));
        world.clock.advance(Duration.ofSeconds(2));
        world.mine(Network.SOLANA, 1);

        SeenTransfers all = world.db.transact(tx -> world.deposits.seen(tx, List.of(ada.id()), MAX));
        SeenTransfers newest = world.db.transact(tx -> world.deposits.seen(tx, List.of(ada.id()), 1));

        assertThat(all.deposits()).hasSize(2);
        assertThat(all.arrivals()).hasSize(1);
        assertThat(newest.deposits())
                .singleElement()
                .satisfies(deposit -> assertThat(deposit.origin().tx()).isEqualTo(later));
    }

    @Test
    void findsWhatLiesInSomeBlocksPendingOrNot() {
        world.send(Network.SOLANA, world.pays(ada, USDC, "60"));
        world.mine(Network.SOLANA, 1);
        world.mine(Network.SOLANA, 3);
        world.send(
                Network.SOLANA,
                world.pays(bob, USDC, "70"),
                new Output(bob.address(), Optional.of(new Address("Worthless")), BigInteger.TEN));
        world.mine(Network.SOLANA, 1);

        assertThat(wallets(1, 5)).containsExactly(ada.id(), bob.id());
        assertThat(wallets(1, 4)).containsExactly(ada.id());
        assertThat(wallets(5, 5)).containsExactly(bob.id());
        assertThat(wallets(2, 4)).isEmpty();
        assertThat(inBlocks(5, 5).arrivals()).hasSize(1);
        assertThat(inBlocks(1, 4).arrivals()).isEmpty();
        ChainId ton = new ChainId(Environment.DEVELOPMENT, Network.TON);
        SeenTransfers nothing = world.db.transact(tx -> world.deposits.seen(tx, ton, 0, 100, MAX));
        assertThat(nothing.isEmpty()).isTrue();
    }

    private List<WalletId> wallets(long from, long to) {
        return inBlocks(from, to).deposits().stream().map(Deposit::wallet).toList();
    }

    private SeenTransfers inBlocks(long from, long to) {
        return world.db.transact(tx -> world.deposits.seen(tx, SOLANA, from, to, MAX));
    }

    private List<DepositId> flagged() {
        return world.db.transact(tx -> world.deposits.flagged(tx, MAX)).stream()
                .map(Deposit::id)
                .toList();
    }
}
