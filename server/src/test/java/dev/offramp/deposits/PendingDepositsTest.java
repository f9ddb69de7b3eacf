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
import dev.offramp.jobs.Step;
import dev.offramp.money.AssetCode;
import dev.offramp.money.Fiat;
import dev.offramp.rates.Pair;
import dev.offramp.rates.Rates;
import dev.offramp.tenancy.Environment;
import dev.offramp.tenancy.Tenant;
import dev.offramp.wallets.Generation;
import dev.offramp.wallets.Label;
import dev.offramp.wallets.Wallet;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// From first sight to the credit: what is told when, and by which terms it ends (decisions 18, 24 and 27).
class PendingDepositsTest {

    private static final String USDC = "SOL_USDC_JKVK";
    private static final Duration HOUR = Duration.ofHours(1);

    private final DepositWorld world = new DepositWorld();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void areToldAtFirstSightAtTheirFirstBlockAndEveryThirtySeconds() {
        world.send(Network.SOLANA, world.pays(world.wallet(USDC, "ada"), USDC, "60"));
        world.look(Network.SOLANA);
        assertThat(confirmationsTold()).containsExactly(0);

        block();
        assertThat(confirmationsTold()).containsExactly(1);

        block();
        assertThat(confirmationsTold()).as("soon after").isEmpty();
        world.clock.advance(Duration.ofSeconds(29));
        world.deposits.announce().runOnce();
        assertThat(confirmationsTold()).as("a second too early").isEmpty();
        world.clock.advance(Duration.ofSeconds(1));
        world.deposits.announce().runOnce();
        assertThat(confirmationsTold()).containsExactly(2);

        world.clock.advance(Duration.ofSeconds(30));
        world.deposits.announce().runOnce();
        assertThat(confirmationsTold()).as("no deeper than before").isEmpty();
    }

    /// On a chain of production, where nobody knows a price until it is set.
    @Test
    void waitUntilPriceAndRateAreKnown() {
        Tenant tenant = new Tenant(world.tenant.integration(), Environment.PRODUCTION);
        Asset ether = world.asset("ETH");
        Wallet wallet = ((Generation.Generated) world.wallets.generate(tenant, ether, new Label("ada"))).wallet();
        Chain chain = new InProduction(world.chains.chain(Network.ETHEREUM));
        Rates rates = Rates.create(world.db, world.clock, world.assets);

        world.send(Network.ETHEREUM, world.pays(wallet, "ETH_TEST5", "1"));
        deepen(chain);
        assertThat(world.newsKinds()).as("a value of zero").isEmpty();

        rates.set(Pair.parse("ETH", "USD").orElseThrow(), new BigDecimal("3000"), HOUR, "ada", false);
        deepen(chain);
        assertThat(world.newsKinds()).as("without a rate").isEmpty();

        rates.set(Pair.parse("USD", "NGN").orElseThrow(), new BigDecimal("1600"), HOUR, "ada", false);
        deepen(chain);
        assertThat(world.news()).hasSize(2).allSatisfy(told -> {
            assertThat(told.amountUsd()).isEqualByComparingTo("3000");
            assertThat(told.rate()).isEqualByComparingTo("1600");
        });
    }

    @Test
    void goWhereTheySettledWhenTheyWereCredited() {
        Wallet wallet = world.wallet(USDC, "ada");
        world.send(Network.SOLANA, world.pays(wallet, USDC, "60"));
        world.mine(Network.SOLANA, 4);

        world.link(wallet, Fiat.GHS);
        world.send(Network.SOLANA, world.pays(wallet, USDC, "60"));
        world.mine(Network.SOLANA, 4);

        assertThat(world.news().stream()
                        .filter(told -> told.confirmations() >= 3)
                        .map(told -> told.currency() + " " + told.settleTo().isPresent()))
                .containsExactly("NGN false", "GHS true");
    }

    private void block() {
        world.chains.mine(1);
        world.look(Network.SOLANA);
        world.deposits.announce().runOnce();
    }

    private List<Integer> confirmationsTold() {
        return world.news().stream().map(DepositSnapshot::confirmations).toList();
    }

    private void deepen(Chain chain) {
        Step watch = world.deposits.watch(chain, OptionalLong.of(0));
        for (int i = 0; i < 4; i++) {
            world.chains.mine(1);
            world.clock.advance(Duration.ofSeconds(31));
            while (watch.runOnce()) {
                continue;
            }
            world.credit();
        }
    }

    /// A simulated chain that says it is real.
    private record InProduction(Chain chain) implements Chain {

        @Override
        public ChainId id() {
            return new ChainId(Environment.PRODUCTION, chain.id().network());
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
            return chain.blocksFrom(height, max);
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
