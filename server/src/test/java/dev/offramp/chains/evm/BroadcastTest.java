package dev.offramp.chains.evm;

import static dev.offramp.chains.evm.ScriptedNode.error;
import static dev.offramp.chains.evm.ScriptedNode.http;
import static dev.offramp.chains.evm.ScriptedNode.result;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.offramp.assets.AddressFamily;
import dev.offramp.chains.CoinSender;
import dev.offramp.chains.CoinSender.Reception;
import dev.offramp.chains.SignedTransaction;
import dev.offramp.chains.TxHash;
import dev.offramp.db.ManualClock;
import dev.offramp.db.Trouble;
import dev.offramp.keys.TestKeys;
import dev.offramp.tenancy.Environment;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// One transaction, two nodes.
class BroadcastTest {

    private static final String SEND = "eth_sendRawTransaction";

    private final FakeNode one = FakeNode.empty(3);
    private final FakeNode other = FakeNode.empty(3);
    private final EvmChain chain = FakeNode.chain(
            new ManualClock(),
            EvmNetwork.Traces.OFF,
            FakeNode.PATIENT,
            one.script().url(),
            other.script().url());
    private final CoinSender sender = chain.sender(TestKeys.create()
            .hotWallet(Environment.PRODUCTION, AddressFamily.EVM)
            .orElseThrow());
    private SignedTransaction signed;

    @BeforeEach
    void sign() {
        one.script().on("eth_gasPrice", result("0x3b9aca00"));
        signed = sender.sign(Optional.empty(), 0, BigInteger.valueOf(1_000_000_000));
    }

    @AfterEach
    void stop() {
        chain.close();
        one.close();
        other.close();
    }

    private void takes(FakeNode node) {
        node.script().on(SEND, result(signed.hash().value()));
    }

    private Map<TxHash, Reception> broadcast() {
        return sender.broadcast(List.of(signed));
    }

    @Test
    void goesToBoth() {
        takes(one);
        takes(other);

        assertThat(broadcast()).containsExactly(Map.entry(signed.hash(), Reception.TAKEN));
        assertThat(one.script().asked(SEND)).isEqualTo(1);
        assertThat(other.script().asked(SEND)).isEqualTo(1);
    }

    @Test
    void isTakenWhenOneTakesItAndTheOtherDoesNot() {
        one.script().on(SEND, error(-32000, "txpool is full"));
        takes(other);

        assertThat(broadcast()).containsExactly(Map.entry(signed.hash(), Reception.TAKEN));
    }

    @Test
    void isTakenWhenOneTakesItAndTheOtherBreaksOff() {
        takes(one);
        other.script().nextRequest(http(200, "nonsense"));

        assertThat(broadcast()).containsExactly(Map.entry(signed.hash(), Reception.TAKEN));
    }

    @Test
    void mayOrMayNotHaveGoneOutWhenBothBreakOff() {
        one.script().nextRequest(http(200, "nonsense"));
        other.script().nextRequest(http(200, "nonsense"));

        assertThatThrownBy(this::broadcast).isInstanceOf(Trouble.class);
    }

    @Test
    void isInTroubleWithNodesThatCallItSomethingElse() {
        one.script().on(SEND, result("0x" + "1".repeat(64)));
        other.script().on(SEND, result("0x" + "2".repeat(64)));

        assertThatThrownBy(this::broadcast).isInstanceOf(Trouble.class).hasMessageContaining("calls " + signed.hash());
    }
}
