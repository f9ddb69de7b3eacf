package dev.offramp.chains.evm;

import static dev.offramp.chains.evm.ScriptedNode.result;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.offramp.assets.AddressFamily;
import dev.offramp.chains.Address;
import dev.offramp.chains.CoinSender;
import dev.offramp.chains.CoinSender.Standing;
import dev.offramp.chains.TxHash;
import dev.offramp.db.Trouble;
import dev.offramp.keys.TestKeys;
import dev.offramp.tenancy.Environment;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SentTransactionsTest {

    private static final TxHash TX = new TxHash(FakeBlock.id(1));
    private static final String TOKEN = FakeBlock.address(7);

    private final FakeNode node = FakeNode.empty(6);
    private final EvmChain chain = node.chain();
    private final CoinSender sender = chain.sender(TestKeys.create()
            .hotWallet(Environment.PRODUCTION, AddressFamily.EVM)
            .orElseThrow());

    @AfterEach
    void stop() {
        chain.close();
        node.close();
    }

    private Map<String, Object> receipt(char branch, int height, String status, List<?> logs) {
        Map<String, Object> receipt = new HashMap<>(Map.of(
                "transactionHash",
                TX.value(),
                "blockHash",
                FakeBlock.hash(branch, height),
                "blockNumber",
                "0x" + Integer.toHexString(height),
                "status",
                status,
                "gasUsed",
                "0x64",
                "effectiveGasPrice",
                "0x7",
                "to",
                TOKEN,
                "logs",
                logs));
        node.script().on("eth_getTransactionReceipt", result(receipt));
        return receipt;
    }

    private Map<String, Object> transfer(Address from) {
        return Map.of(
                "address",
                TOKEN,
                "topics",
                List.of(TokenMove.TOPIC, topic(from.value()), topic(FakeBlock.address(9))),
                "data",
                "0x" + "0".repeat(63) + "5",
                "blockHash",
                FakeBlock.hash('b', 4),
                "transactionHash",
                TX.value(),
                "logIndex",
                "0x0");
    }

    private static String topic(String address) {
        return "0x" + "0".repeat(24) + address.substring(2).toLowerCase();
    }

    private Map<TxHash, Standing> standings() {
        return sender.standings(Set.of(TX));
    }

    @Test
    void tellsDepthAndCostOfWhatMovedTokens() {
        receipt('b', 4, "0x1", List.of(transfer(sender.wallet())));

        assertThat(standings()).containsExactly(Map.entry(TX, new Standing.InBlock(3, true, BigInteger.valueOf(700))));
    }

    @Test
    void addsWhatARollupPaysToTheChainBelow() {
        Map<String, Object> receipt = receipt('b', 4, "0x1", List.of(transfer(sender.wallet())));
        receipt.put("l1Fee", "0x64");
        node.script().on("eth_getTransactionReceipt", result(receipt));

        assertThat(standings()).containsExactly(Map.entry(TX, new Standing.InBlock(3, true, BigInteger.valueOf(800))));
    }

    @Test
    void tellsWhatFailed() {
        receipt('b', 6, "0x0", List.of());

        assertThat(standings()).containsExactly(Map.entry(TX, new Standing.InBlock(1, false, BigInteger.valueOf(700))));
    }

    @Test
    void believesNoReceiptOfABlockThatIsNotOnTheBestBranch() {
        receipt('c', 4, "0x1", List.of(transfer(sender.wallet())));

        assertThatThrownBy(this::standings).isInstanceOf(Trouble.class).hasMessageContaining("not on its best branch");
    }

    @Test
    void saysNothingOfASuccessThatMovedNothingOutOfTheWallet() {
        receipt('b', 4, "0x1", List.of(transfer(new Address(FakeBlock.address(8)))));
        node.script()
                .on(
                        "eth_getTransactionByHash",
                        result(Map.of("hash", TX.value(), "blockHash", FakeBlock.hash('b', 4), "input", "0xa9059cbb")));

        assertThat(standings()).isEmpty();
    }

    @Test
    void tellsWaitingFromUnknownAndNothingOfWhatWasJustMined() {
        assertThat(standings()).containsExactly(Map.entry(TX, new Standing.Unknown()));
        node.script().on("eth_getTransactionByHash", result(Map.of("hash", TX.value(), "input", "0x")));
        assertThat(standings()).containsExactly(Map.entry(TX, new Standing.Waiting()));
        node.script()
                .on(
                        "eth_getTransactionByHash",
                        result(Map.of("hash", TX.value(), "input", "0x", "blockHash", FakeBlock.hash('b', 4))));
        assertThat(standings()).isEmpty();
    }
}
