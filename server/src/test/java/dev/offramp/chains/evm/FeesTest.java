package dev.offramp.chains.evm;

import static dev.offramp.chains.evm.ScriptedNode.error;
import static dev.offramp.chains.evm.ScriptedNode.result;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.offramp.assets.AddressFamily;
import dev.offramp.chains.CoinSender;
import dev.offramp.chains.SignedTransaction;
import dev.offramp.db.Trouble;
import dev.offramp.keys.TestKeys;
import dev.offramp.tenancy.Environment;
import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FeesTest {

    private static final long GWEI = 1_000_000_000;

    private final FakeNode node = FakeNode.empty(1);
    private final EvmChain chain = node.chain();
    private final CoinSender sender = chain.sender(TestKeys.create()
            .hotWallet(Environment.PRODUCTION, AddressFamily.EVM)
            .orElseThrow());

    @AfterEach
    void stop() {
        chain.close();
        node.close();
    }

    private void base(long wei) {
        Map<String, Object> head =
                Map.of("number", "0x1", "hash", FakeBlock.hash('b', 1), "timestamp", "0x1", "baseFeePerGas", hex(wei));
        node.script().on("eth_getBlockByNumber", result(head));
    }

    private void tip(long wei) {
        node.script().on("eth_maxPriorityFeePerGas", result(hex(wei)));
    }

    private static String hex(long number) {
        return "0x" + Long.toHexString(number);
    }

    private BigInteger price() {
        return sender.price(Optional.empty());
    }

    private static BigInteger wei(long number) {
        return BigInteger.valueOf(number);
    }

    @Test
    void leavesRoomForADoubledBaseFee() {
        base(30 * GWEI);
        tip(GWEI);

        assertThat(price()).isEqualTo(wei(61 * GWEI));
    }

    @Test
    void offersTheTipThatIsDueWhereTheBaseFeeIsNextToNothing() {
        base(7);
        tip(GWEI);

        assertThat(price()).isEqualTo(wei(10 * GWEI));
    }

    @Test
    void offersSomethingWhereNothingIsAskedFor() {
        base(0);
        tip(0);

        assertThat(price()).isEqualTo(wei(10));
    }

    @Test
    void outbidsWhatItReplacesByAnEighthInTipAndTotal() {
        base(GWEI);
        tip(100);
        for (long last : new long[] {10, 70, 90, 110, 12_345_670, 61 * GWEI}) {
            BigInteger next = sender.price(Optional.of(wei(last)));
            if (next.compareTo(price()) > 0) {
                assertThat(next.subtract(wei(10))).as("after %d", last).isLessThan(wei(last * 9 / 8 + 1));
            }
            assertThat(next.multiply(wei(8)))
                    .as("after %d", last)
                    .isGreaterThanOrEqualTo(wei(last).multiply(wei(9)));
            assertThat(next.mod(BigInteger.TEN)).isZero();
        }
    }

    @Test
    void offersTheMarketsPriceWhereThatIsHigherThanAnEighthMore() {
        base(300 * GWEI / 10);
        tip(GWEI);

        assertThat(sender.price(Optional.of(wei(10 * GWEI)))).isEqualTo(wei(61 * GWEI));
    }

    @Test
    void asksTheNodeForAGasPriceWhereItKnowsNoTips() {
        base(20 * GWEI);
        node.script()
                .on("eth_maxPriorityFeePerGas", error(-32601, "the method does not exist"))
                .on("eth_gasPrice", result(hex(23 * GWEI)));

        assertThat(price()).isEqualTo(wei(43 * GWEI));
    }

    @Test
    void signsTransactionsOfTheFirstKindWhereBlocksHaveNoBaseFee() {
        node.script().on("eth_gasPrice", result(hex(5 * GWEI)));

        SignedTransaction signed = sender.sign(Optional.empty(), 0, price());

        assertThat(signed.price()).isEqualTo(wei(5 * GWEI));
        assertThat(signed.bytes()[0] & 0xff).isGreaterThanOrEqualTo(0xc0);
    }

    @Test
    void findsOutWhatKindToSignWhenNothingWasPricedBefore() {
        base(GWEI);
        tip(GWEI);

        assertThat(sender.sign(Optional.empty(), 0, wei(10)).bytes()[0]).isEqualTo((byte) 2);
    }

    @Test
    void neverOffersMoreThanAllowed() {
        base(900 * GWEI);
        tip(GWEI);

        assertThat(price()).isEqualTo(wei(500 * GWEI));
        assertThat(sender.price(Optional.of(wei(444 * GWEI)))).isEqualTo(wei(4995 * GWEI / 10 + GWEI / 2));
        assertThat(sender.price(Optional.of(wei(450 * GWEI)))).isEqualTo(wei(450 * GWEI));
    }

    @Test
    void isInTroubleWhenTheNodeIs() {
        node.script().on("eth_getBlockByNumber", error(-32000, "busy"));

        assertThatThrownBy(this::price).isInstanceOf(Trouble.class).hasMessageContaining("busy");
    }
}
