package dev.offramp.chains.evm;

import static dev.offramp.chains.evm.ScriptedNode.result;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.offramp.chains.BlockHash;
import dev.offramp.chains.BlockRef;
import dev.offramp.chains.TxHash;
import dev.offramp.chains.TxStatus;
import dev.offramp.chains.evm.FakeBlock.FakeTx;
import dev.offramp.db.Trouble;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TxStatusesTest {

    private static final TxHash TX = new TxHash(FakeBlock.id(1));

    private final FakeNode node =
            new FakeNode(FakeBlock.of('b', 1, FakeTx.paying(1, FakeBlock.address(7), 5)), FakeBlock.of('b', 2));

    @AfterEach
    void stop() {
        node.close();
    }

    @Test
    void tellsTheBlockOfAMinedOne() {
        assertThat(status(TX)).isEqualTo(new TxStatus.Mined(new BlockRef(1, new BlockHash(FakeBlock.hash('b', 1)))));
    }

    @Test
    void tellsWaitingFromUnknown() {
        TxHash waiting = new TxHash(FakeBlock.id(2));
        TxHash unknown = new TxHash(FakeBlock.id(3));
        node.script().once("eth_getTransactionByHash", result(Map.of("hash", waiting.value())));

        assertThat(status(waiting)).isEqualTo(new TxStatus.Waiting());
        assertThat(status(unknown)).isEqualTo(new TxStatus.Unknown());
    }

    @Test
    void doesNotAskAboutWhatIsNoHash() {
        assertThat(status(new TxHash("mock-1"))).isEqualTo(new TxStatus.Unknown());
        assertThat(node.script().asked("eth_getTransactionReceipt")).isZero();
    }

    @Test
    void isInTroubleOverAReceiptFromAnOrphanedBlock() {
        FakeBlock orphan = FakeBlock.of('c', 1, FakeTx.paying(1, FakeBlock.address(7), 5));
        node.script().on("eth_getTransactionReceipt", result(orphan.receipts().getFirst()));

        assertThatThrownBy(() -> status(TX))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("which is not on its best branch");
    }

    @Test
    void isInTroubleOverAMinedTransactionWithoutReceipt() {
        TxHash other = new TxHash(FakeBlock.id(2));
        node.script()
                .on(
                        "eth_getTransactionByHash",
                        result(Map.of("hash", other.value(), "blockHash", FakeBlock.hash('b', 2))));

        assertThatThrownBy(() -> status(other))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("in a block but no receipt");
    }

    private TxStatus status(TxHash tx) {
        try (EvmChain chain = node.chain()) {
            return chain.statuses(Set.of(tx)).get(tx);
        }
    }
}
