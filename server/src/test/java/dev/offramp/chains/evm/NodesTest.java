package dev.offramp.chains.evm;

import static dev.offramp.chains.evm.ScriptedNode.error;
import static dev.offramp.chains.evm.ScriptedNode.http;
import static dev.offramp.chains.evm.ScriptedNode.result;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.offramp.chains.ChainBlock;
import dev.offramp.chains.evm.FakeBlock.FakeLog;
import dev.offramp.chains.evm.FakeBlock.FakeTx;
import dev.offramp.db.ManualClock;
import dev.offramp.db.Trouble;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NodesTest {

    private final ManualClock clock = new ManualClock();
    private final FakeNode first = FakeNode.empty(9);
    private final FakeNode second = FakeNode.empty(9);
    private EvmChain chain;

    @BeforeEach
    void open() {
        chain = FakeNode.chain(
                clock,
                EvmNetwork.Traces.AUTO,
                FakeNode.PATIENT,
                first.script().url(),
                second.script().url());
    }

    @AfterEach
    void stop() {
        chain.close();
        first.close();
        second.close();
    }

    @Test
    void asksTheFirstWhileItIsWell() {
        first.add(FakeBlock.of('b', 10).withEmptyBloom());

        assertThat(chain.tip().height()).isEqualTo(10);
        assertThat(chain.at(10)).isPresent();
        assertThat(second.script().asked("eth_getBlockByNumber"))
                .as("looked at once")
                .isEqualTo(1);
    }

    @Test
    void asksTheNextWhenTheFirstIsAway() {
        first.close();

        assertThat(chain.tip().height()).isEqualTo(9);
    }

    @Test
    void passesOverANodeThatLagsBehind() {
        second.add(FakeBlock.of('b', 10).withEmptyBloom());
        for (int i = 11; i < 16; i++) {
            second.add(FakeBlock.of('b', i).withEmptyBloom());
        }

        assertThat(chain.tip().height()).isEqualTo(15);
        assertThat(chain.blocksFrom(8, 3)).hasSize(3);
        assertThat(first.script().asked("eth_getLogs")).isZero();
    }

    @Test
    void putsUpWithABlockOrTwoOfDifference() {
        second.add(FakeBlock.of('b', 10).withEmptyBloom());

        assertThat(chain.tip().height()).isEqualTo(9);
    }

    @Test
    void readsTheWholeBlockFromTheNextWhenTheFirstFailsInTheMiddle() {
        FakeBlock own = FakeBlock.of('b', 10, FakeTx.logging(1, FakeLog.transfer(FakeBlock.address(7), 5)));
        FakeBlock other = FakeBlock.of('c', 10, FakeTx.logging(2, FakeLog.transfer(FakeBlock.address(8), 6)));
        first.add(own);
        second.add(other.withParent(own.parent()));
        first.script().on("eth_getBlockReceipts", error(-32000, "database is closed"));

        List<ChainBlock> blocks = chain.blocksFrom(10, 1);

        assertThat(blocks).singleElement().satisfies(block -> {
            assertThat(block.ref().hash().value()).isEqualTo(other.hash());
            assertThat(block.transfers())
                    .singleElement()
                    .satisfies(transfer -> assertThat(transfer.tx().value()).isEqualTo(FakeBlock.id(2)));
        });
    }

    @Test
    void comesBackToTheFirstAfterAWhile() {
        chain.tip();
        first.script().nextRequest(http(500, "oops"));
        assertThat(chain.tip().height()).isEqualTo(9);
        first.add(FakeBlock.of('b', 10).withEmptyBloom());
        assertThat(chain.tip().height()).as("still the second").isEqualTo(9);

        clock.advance(Duration.ofSeconds(16));

        assertThat(chain.tip().height()).as("the first again").isEqualTo(10);
    }

    @Test
    void tellsOfEveryNodeWhenAllAreInTrouble() {
        first.close();
        second.script().on("eth_blockNumber", error(-32005, "limit exceeded"));

        assertThatThrownBy(() -> chain.blocksFrom(1, 1))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("limit exceeded");
        second.close();
        clock.advance(Duration.ofSeconds(16));
        assertThatThrownBy(chain::tip)
                .isInstanceOf(Trouble.class)
                .hasMessageContaining(":" + first.script().url().getPort() + " cannot be reached")
                .hasMessageContaining(":" + second.script().url().getPort() + " cannot be reached");
    }

    @Test
    void pausesTheNetworkWhenANodeServesAnotherChain() {
        second.script().on("eth_chainId", result("0x38"));

        assertThatThrownBy(chain::tip)
                .isInstanceOf(Trouble.class)
                .hasMessage("ethereum node 127.0.0.1:"
                        + second.script().url().getPort()
                        + " serves chain 56 but the settings say 1: this network is paused until that is mended");
    }

    @Test
    void noticesThatANodeWasPointedElsewhere() {
        chain.tip();
        first.script().on("eth_chainId", result("0x38"));
        clock.advance(Duration.ofSeconds(16));

        assertThatThrownBy(() -> chain.at(1)).isInstanceOf(Trouble.class).hasMessageContaining("serves chain 56");
    }
}
