package dev.offramp.deposits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.assets.Network;
import dev.offramp.chains.TxHash;
import dev.offramp.money.AssetCode;
import dev.offramp.wallets.Wallet;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What a top-up completes and what it leaves (decisions 25 and 28).
class HeldDepositsTest {

    private static final String USDC = "SOL_USDC_JKVK";
    private static final String USDT = "USDT_B7ZDHS8D_TOR7";

    private final DepositWorld world = new DepositWorld();
    private final Wallet wallet = world.wallet(USDC, "ada");

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void areToldOfToNobodyWhenTheyAreRejected() {
        pay(USDC, "25");
        world.newsKinds();

        assertThat(world.deposits.reject(world.only().id(), "not ours to keep")).isEqualTo(new FlaggedDecision.Done());

        assertThat(world.newsKinds()).isEmpty();
        assertThat(((DepositState.Flagged) world.only().state()).rejected()).contains("not ours to keep");
    }

    @Test
    void areCompletedByTheirOwnAssetAlone() {
        pay(USDT, "100");
        pay(USDC, "60");

        assertThat(world.all().getFirst().state()).isInstanceOf(DepositState.Flagged.class);
        assertThat(world.all().getLast().state()).isInstanceOf(DepositState.Completed.class);
    }

    @Test
    void stayBelowTheMinimumTogether() {
        pay(USDC, "20");
        pay(USDC, "29.99");
        assertThat(world.all()).allMatch(deposit -> deposit.state() instanceof DepositState.Flagged);

        pay(USDC, "0.01");
        assertThat(world.all()).hasSize(3).allMatch(deposit -> deposit.state() instanceof DepositState.Completed);
    }

    @Test
    void keepThePriceTheyWereMockedAt() {
        MockTrade mock = new MockTrade(
                wallet.address(),
                new AssetCode(USDC),
                new BigDecimal("25"),
                new BigDecimal("50"),
                "ref",
                new TxHash("mocked"),
                Optional.empty(),
                1);
        world.deposits.mock(world.tenant, mock);
        world.mine(Network.SOLANA, 4);
        assertThat(world.only().state()).isInstanceOf(DepositState.Flagged.class);

        pay(USDC, "60");

        assertThat(world.all().getFirst().state()).isInstanceOfSatisfying(DepositState.Completed.class, completed -> {
            assertThat(completed.terms().usd()).isEqualByComparingTo("25");
            assertThat(completed.terms().price().source()).isEqualTo("mock");
        });
    }

    private void pay(String asset, String coins) {
        world.send(Network.SOLANA, world.pays(wallet, asset, coins));
        world.mine(Network.SOLANA, 4);
        world.clock.advance(Duration.ofSeconds(1));
    }
}
