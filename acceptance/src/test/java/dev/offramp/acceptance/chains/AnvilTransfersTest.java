package dev.offramp.acceptance.chains;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.offramp.acceptance.anvil.Anvil;
import dev.offramp.acceptance.anvil.Front;
import dev.offramp.acceptance.anvil.TestContract;
import dev.offramp.assets.Asset;
import dev.offramp.chains.Address;
import dev.offramp.chains.Chain;
import dev.offramp.chains.ChainBlock;
import dev.offramp.chains.ChainDriver.Payment;
import dev.offramp.chains.Transfer;
import dev.offramp.chains.TxHash;
import dev.offramp.chains.evm.EvmChain;
import dev.offramp.chains.evm.EvmNetwork;
import dev.offramp.db.Trouble;
import dev.offramp.money.AssetCode;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What only an EVM has: contracts that move coins in their own ways, tokens that are not what they seem.
class AnvilTransfersTest {

    private static final BigInteger WEI = BigInteger.valueOf(1_000_000);

    private final AnvilDriver driver = new AnvilDriver();
    private final Anvil anvil = driver.anvil();
    private final Address alice = driver.newAddress();

    @AfterEach
    void stop() {
        driver.close();
    }

    @Test
    void followsCoinsThroughNestedCalls() {
        assertThat(moved("nested(address,uint256)", alice, WEI)).containsExactly("call:0.0 1000000");
    }

    @Test
    void doesNotCountTheCallThatOnlyBorrowsCode() {
        assertThat(moved("delegated(address)", alice)).containsExactly("call:0.0 1000000");
    }

    @Test
    void forgetsWhatWasPaidInACallThatFailed() {
        assertThat(moved("failedThenHalf(address)", alice)).containsExactly("call:1 500000");
    }

    @Test
    void seesWhatADyingContractLeaves() {
        assertThat(moved("bequeath(address)", alice)).containsExactly("call:0.0 1000000");
        assertThat(moved("bequeathAt(bytes32,address)", BigInteger.TEN, alice)).containsExactly("call:0.0 1000000");
    }

    @Test
    void seesWhatANewContractIsGiven() {
        Address mover = anvil.deploy(TestContract.COIN_MOVER);
        long from = anvil.height() + 1;
        anvil.call(mover, WEI, "endow(bytes32)", BigInteger.ONE);
        anvil.mine(1);

        List<Transfer> all = all(driver.chain(), from);

        assertThat(all).extracting(transfer -> transfer.position().value()).containsExactly("value", "call:0");
        assertThat(all.getLast().sender()).contains(mover);
        assertThat(balance(all.getLast().recipient())).isEqualTo(WEI);
    }

    @Test
    void seesNoneOfThisWithoutTraces() {
        Address mover = anvil.deploy(TestContract.COIN_MOVER);
        long from = anvil.height() + 1;
        anvil.call(mover, WEI, "bequeath(address)", alice);
        anvil.mine(1);

        try (EvmChain blind = driver.open(EvmNetwork.Traces.OFF, anvil.url())) {
            assertThat(all(blind, from))
                    .extracting(transfer -> transfer.position().value())
                    .containsExactly("value");
            assertThat(blind.seesInternalCalls()).isFalse();
        }
    }

    @Test
    void reportsNoPictures() {
        Address nft = anvil.deploy(TestContract.NFT);
        long from = anvil.height() + 1;
        anvil.call(nft, BigInteger.ZERO, "mint(address,uint256)", alice, BigInteger.ONE);
        anvil.mine(1);

        assertThat(all(driver.chain(), from)).isEmpty();
    }

    @Test
    void tellsATokenFromOneThatOnlyBearsItsName() {
        Address fake = anvil.deployToken(TestContract.FAKE_USDT);
        long from = anvil.height() + 1;
        anvil.sendTokens(fake, alice, WEI);
        anvil.mine(1);

        assertThat(all(driver.chain(), from)).singleElement().satisfies(transfer -> {
            assertThat(transfer.contract()).contains(fake);
            assertThat(transfer.contract().map(Address::value))
                    .isNotEqualTo(driver.token().contract());
        });
    }

    @Test
    void keepsAPositionWhileTheBlockWideLogIndexChanges() {
        long from = anvil.height() + 1;
        TxHash tx = driver.send(List.of(new Payment(driver.token(), alice, WEI)));
        anvil.mine(2);
        List<Transfer> before = to(alice, from);
        int indexBefore = logIndex(tx);

        anvil.rewind(2);
        driver.send(List.of(new Payment(driver.token(), driver.newAddress(), WEI)));
        anvil.resend(tx);
        anvil.mine(1);

        assertThat(logIndex(tx)).isEqualTo(indexBefore + 1);
        assertThat(to(alice, from)).hasSize(1).isEqualTo(before);
    }

    @Test
    void findsTheTransfersThatANodeHidesOnceOrAlways() {
        try (Front front = Front.of(anvil);
                EvmChain chain = driver.open(EvmNetwork.Traces.AUTO, front.url())) {
            long from = anvil.height() + 1;
            driver.send(List.of(new Payment(driver.token(), alice, WEI)));
            anvil.mine(1);

            front.hideLogs(1);
            List<Transfer> once = all(chain, from);
            front.hideLogs(3);
            List<Transfer> always = all(chain, from);

            assertThat(front.logsToHide()).isZero();
            assertThat(once).hasSize(1);
            assertThat(always).isEqualTo(once);
        }
    }

    @Test
    void isInTroubleWhenABlockIsOrphanedWhileItIsRead() {
        for (String method : List.of("eth_getLogs", "debug_traceBlockByHash", "eth_getBlockReceipts")) {
            try (Front front = Front.of(anvil);
                    EvmChain chain = driver.open(EvmNetwork.Traces.AUTO, front.url())) {
                long from = anvil.height() + 1;
                TxHash tx = driver.send(List.of(new Payment(driver.token(), alice, WEI)));
                anvil.mine(1);
                front.before(method, () -> driver.reorg(1, Set.of(tx)));

                assertThatThrownBy(() -> chain.blocksFrom(from, 10)).as(method).isInstanceOf(Trouble.class);
                assertThat(all(chain, from))
                        .as("asked again after " + method)
                        .hasSize(1)
                        .allMatch(transfer -> transfer.tx().equals(tx));
            }
        }
    }

    @Test
    void readsWhatWasMinedWhileNobodyLooked() {
        long from = anvil.height() + 1;
        for (int i = 0; i < 200; i++) {
            driver.send(List.of(new Payment(i % 2 == 0 ? driver.token() : driver.coin(), alice, WEI)));
            anvil.mine(1);
        }

        assertThat(to(alice, from)).hasSize(200);
    }

    @Test
    void doesNotTrustWhatTheCatalogueGotWrong() {
        Address usdc = anvil.deploy(TestContract.USDC_WITH_18_DECIMALS);
        Address old = anvil.deploy(TestContract.OLD_TOKEN);
        List<Asset> assets = List.of(
                driver.token("USDC_BSC", "USDC", 18, usdc),
                driver.token("USDC_SIX", "USDC", 6, usdc),
                driver.token("DAI", "DAI", 18, usdc),
                driver.token("MKR", "MKR", 18, old),
                driver.token("NOBODY", "USDT", 6, alice));

        Map<AssetCode, String> faults = driver.chain().faults(assets);

        assertThat(faults)
                .containsOnlyKeys(new AssetCode("USDC_SIX"), new AssetCode("DAI"), new AssetCode("NOBODY"))
                .containsEntry(new AssetCode("USDC_SIX"), "the contract " + usdc + " has 18 decimals, not 6");
    }

    /// What a call of the [TestContract#COIN_MOVER] with [#WEI] brought to Alice, and that it is what she has.
    private List<String> moved(String signature, Object... arguments) {
        Address mover = anvil.deploy(TestContract.COIN_MOVER);
        BigInteger had = balance(alice);
        long from = anvil.height() + 1;
        anvil.call(mover, WEI, signature, arguments);
        anvil.mine(1);

        List<Transfer> moves = to(alice, from);
        BigInteger sum = moves.stream().map(Transfer::units).reduce(BigInteger.ZERO, BigInteger::add);
        assertThat(balance(alice).subtract(had)).isEqualTo(sum);
        assertThat(moves).allMatch(move -> move.contract().isEmpty());
        return moves.stream().map(move -> move.position() + " " + move.units()).toList();
    }

    private BigInteger balance(Address owner) {
        String hex = anvil.ask("eth_getBalance", owner.value(), "latest").stringValue();
        return new BigInteger(hex.substring(2), 16);
    }

    private int logIndex(TxHash tx) {
        return Integer.decode(
                anvil.receipt(tx).get("logs").get(0).get("logIndex").stringValue());
    }

    private List<Transfer> to(Address recipient, long from) {
        return all(driver.chain(), from).stream()
                .filter(transfer -> transfer.recipient().equals(recipient))
                .toList();
    }

    /// Everything from `height` to the tip, in as many questions as it takes.
    private static List<Transfer> all(Chain chain, long height) {
        List<Transfer> all = new ArrayList<>();
        long next = height;
        for (List<ChainBlock> some = chain.blocksFrom(next, 100); !some.isEmpty(); some = chain.blocksFrom(next, 100)) {
            some.forEach(block -> all.addAll(block.transfers()));
            next += some.size();
        }
        return all;
    }
}
