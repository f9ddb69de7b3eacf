package dev.offramp.chains.evm;

import static dev.offramp.chains.evm.FakeBlock.FakeLog.other;
import static dev.offramp.chains.evm.FakeBlock.FakeLog.transfer;
import static dev.offramp.chains.evm.FakeBlock.FakeTx.logging;
import static dev.offramp.chains.evm.FakeBlock.FakeTx.paying;
import static dev.offramp.chains.evm.FakeBlock.SENDER;
import static dev.offramp.chains.evm.FakeBlock.TOKEN;
import static dev.offramp.chains.evm.FakeBlock.address;
import static dev.offramp.chains.evm.FakeBlock.hex;
import static dev.offramp.chains.evm.FakeBlock.id;
import static dev.offramp.chains.evm.ScriptedNode.error;
import static dev.offramp.chains.evm.ScriptedNode.nothing;
import static dev.offramp.chains.evm.ScriptedNode.result;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.offramp.chains.ChainBlock;
import dev.offramp.chains.Position;
import dev.offramp.chains.Transfer;
import dev.offramp.chains.TxHash;
import dev.offramp.chains.evm.FakeBlock.FakeTx;
import dev.offramp.db.Trouble;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BlockReaderTest {

    private static final String ALICE = address(0xa11ce);
    private static final String BOB = address(0xb0b);

    private FakeNode node = new FakeNode();

    @AfterEach
    void stop() {
        node.close();
    }

    @Test
    void countsLogsInsideTheirOwnTransaction() {
        given(FakeBlock.of('b', 1, logging(1, transfer(BOB, 5), other()), logging(2, other(), transfer(ALICE, 7))));

        assertThat(transfers()).containsExactly(token(1, 0, BOB, 5), token(2, 1, ALICE, 7));
    }

    @Test
    void asksAgainWhenTheListOfLogsIsEmptyAgainstTheBloom() {
        given(FakeBlock.of('b', 1, logging(1, transfer(ALICE, 7))));
        node.script().once("eth_getLogs", result(List.of()));

        assertThat(transfers()).containsExactly(token(1, 0, ALICE, 7));
        assertThat(node.script().asked("eth_getLogs")).isEqualTo(2);
    }

    @Test
    void letsTheReceiptsSettleWhatTheLogsKeepDenying() {
        given(FakeBlock.of('b', 1, logging(1, transfer(ALICE, 7))));
        node.script().on("eth_getLogs", result(List.of()));

        assertThat(transfers()).containsExactly(token(1, 0, ALICE, 7));
        assertThat(node.script().asked("eth_getLogs")).isEqualTo(3);
    }

    @Test
    void takesAFalsePositiveOfTheBloomForWhatItIs() {
        given(FakeBlock.of('b', 1, logging(1, other())));

        assertThat(transfers()).isEmpty();
        assertThat(node.script().asked("eth_getLogs")).isEqualTo(3);
        assertThat(node.script().asked("eth_getBlockReceipts")).isEqualTo(1);
    }

    @Test
    void believesAnEmptyListThatTheBloomConfirms() {
        given(FakeBlock.of('b', 1, logging(1, other())).withEmptyBloom());

        assertThat(transfers()).isEmpty();
        assertThat(node.script().asked("eth_getLogs")).isEqualTo(1);
        assertThat(node.script().asked("eth_getBlockReceipts")).isZero();
    }

    @Test
    void findsInTheReceiptsWhatTheListOfLogsLeftOut() {
        FakeBlock whole = FakeBlock.of('b', 1, logging(1, transfer(BOB, 5)), logging(2, transfer(ALICE, 7)));
        given(whole);
        node.script().on("eth_getLogs", result(whole.transferLogs().subList(0, 1)));

        assertThat(transfers()).containsExactly(token(1, 0, BOB, 5), token(2, 0, ALICE, 7));
    }

    @Test
    void isInTroubleWhenTheBlockIsUnknownMeanwhile() {
        given(FakeBlock.of('b', 1, logging(1, transfer(ALICE, 7))));
        node.script().on("eth_getLogs", error(-32000, "unknown block"));

        trouble("refuses eth_getLogs: unknown block");
    }

    @Test
    void isInTroubleWhenTheReceiptsAreGoneMeanwhile() {
        given(FakeBlock.of('b', 1, logging(1, transfer(ALICE, 7))));
        node.script().on("eth_getBlockReceipts", nothing());

        trouble("has no receipts of block");
    }

    @Test
    void isInTroubleWhenTheTraceIsGoneMeanwhile() {
        given(FakeBlock.of('b', 1, paying(1, ALICE, 7)));
        node.script().on("debug_traceBlockByHash", nothing());

        trouble("has no trace of block");
    }

    @Test
    void isInTroubleWhenLogsComeFromAnotherBlock() {
        given(FakeBlock.of('b', 1, logging(1, transfer(ALICE, 7))));
        FakeBlock orphan = FakeBlock.of('c', 1, logging(1, transfer(ALICE, 7)));
        node.script().on("eth_getLogs", result(orphan.transferLogs()));

        trouble("answered of block " + orphan.hash());
    }

    @Test
    void isInTroubleWhenReceiptsComeFromAnotherBlock() {
        given(FakeBlock.of('b', 1, logging(1, transfer(ALICE, 7))));
        FakeBlock orphan = FakeBlock.of('c', 1, logging(1, transfer(ALICE, 7)));
        node.script().on("eth_getBlockReceipts", result(orphan.receipts()));

        trouble("answered of block " + orphan.hash());
    }

    @Test
    void isInTroubleWhenALogIsInNoReceipt() {
        given(FakeBlock.of('b', 1, logging(1, transfer(ALICE, 7))));
        FakeBlock more = FakeBlock.of('b', 1, logging(1, transfer(ALICE, 7), transfer(ALICE, 8)));
        node.script().on("eth_getLogs", result(more.transferLogs()));

        trouble("tells of a log that is not in the receipt");
    }

    @Test
    void isInTroubleWhenABlockIsNotTheChildOfTheOneBelow() {
        given(FakeBlock.of('b', 1), FakeBlock.of('b', 2).withParent(FakeBlock.hash('c', 1)), FakeBlock.of('b', 3));

        trouble("block 2 is not the child of the one below");
    }

    @Test
    void isInTroubleWhenTheBranchChangesBetweenTwoPartsOfALongAnswer() {
        node.close();
        node = FakeNode.empty(20);
        node.add(FakeBlock.of('b', 11).withEmptyBloom().withParent(FakeBlock.hash('c', 10)));

        trouble("block 11 is not the child of the one below");
    }

    @Test
    void endsWhereTheNodeEndsThoughItSaidMore() {
        given(FakeBlock.of('b', 1), FakeBlock.of('b', 2));
        node.script().on("eth_blockNumber", result(hex(5)));

        try (EvmChain chain = node.chain()) {
            assertThat(chain.blocksFrom(1, 10))
                    .extracting(block -> block.ref().height())
                    .containsExactly(1L, 2L);
        }
    }

    @Test
    void asksForReceiptsOneByOneWhereTheNodeHasNoOtherWay() {
        given(FakeBlock.of('b', 1, logging(1, other()), logging(2, other(), transfer(ALICE, 7)), paying(3, BOB, 9)));
        node.script().on("eth_getBlockReceipts", error(-32601, "the method eth_getBlockReceipts does not exist"));

        assertThat(transfers()).containsExactly(token(2, 1, ALICE, 7), coins(3, "value", 0, BOB, 9));
        assertThat(node.script().asked("eth_getTransactionReceipt")).isEqualTo(2);
    }

    @Test
    void readsEveryReceiptWhereTheLogsAreInDoubtAndTheNodeHasNoOtherWay() {
        given(FakeBlock.of('b', 1, logging(1, other()), logging(2, transfer(ALICE, 7))));
        node.script().on("eth_getLogs", result(List.of()));
        node.script().on("eth_getBlockReceipts", error(-32601, "the method eth_getBlockReceipts does not exist"));

        assertThat(transfers()).containsExactly(token(2, 0, ALICE, 7));
    }

    @Test
    void asksForTheReceiptThatABlocksAnswerLeavesOut() {
        FakeBlock whole = FakeBlock.of('b', 1, logging(1, transfer(ALICE, 7)), logging(2, transfer(BOB, 5)));
        given(whole);
        node.script().on("eth_getBlockReceipts", result(whole.receipts().subList(0, 1)));

        assertThat(transfers()).containsExactly(token(1, 0, ALICE, 7), token(2, 0, BOB, 5));
        assertThat(node.script().asked("eth_getTransactionReceipt")).isEqualTo(1);
    }

    @Test
    void reportsNothingOfAFailedTransaction() {
        given(FakeBlock.of('b', 1, paying(1, ALICE, 7).failed(), paying(2, ALICE, 8)));

        assertThat(transfers()).containsExactly(coins(2, "value", 0, ALICE, 8));
    }

    @Test
    void ignoresCoinsSentToTheirSender() {
        given(FakeBlock.of('b', 1, paying(1, SENDER, 7), paying(2, ALICE, 0)));

        assertThat(transfers()).isEmpty();
    }

    @Test
    void givesCoinsOfACreationToTheContractThatWasMade() {
        given(FakeBlock.of(
                'b', 1, new FakeTx(id(1), Optional.empty(), BigInteger.valueOf(7), true, List.of(), List.of())));

        assertThat(transfers()).containsExactly(coins(1, "value", 0, address(0xc0ffee), 7));
    }

    @Test
    void seesCoinsThatAContractPassesOn() {
        given(FakeBlock.of('b', 1, paying(1, BOB, 9).calling(call(BOB, ALICE, 7))));

        try (EvmChain chain = node.chain()) {
            assertThat(chain.blocksFrom(1, 1).getFirst().transfers())
                    .containsExactly(coins(1, "value", 0, BOB, 9), passed(1, "call:0", 1, BOB, ALICE, 7));
            assertThat(chain.seesInternalCalls()).isTrue();
        }
    }

    @Test
    void readsTopLevelValueOnlyWhereNoTracesAreOfferedAndSaysSo() {
        given(FakeBlock.of('b', 1, paying(1, BOB, 9).calling(call(BOB, ALICE, 7))));
        node.script().on("debug_traceBlockByHash", error(-32601, "the method does not exist/is not available"));

        try (EvmChain chain = node.chain()) {
            assertThat(chain.blocksFrom(1, 1).getFirst().transfers()).containsExactly(coins(1, "value", 0, BOB, 9));
            assertThat(chain.seesInternalCalls()).isFalse();
            chain.blocksFrom(1, 1);
        }
        assertThat(node.script().asked("debug_traceBlockByHash")).isEqualTo(1);
    }

    @Test
    void doesNotAskForTracesWhenTheyAreOff() {
        given(FakeBlock.of('b', 1, paying(1, BOB, 9)));

        try (EvmChain chain =
                FakeNode.chain(EvmNetwork.Traces.OFF, node.script().url())) {
            assertThat(chain.seesInternalCalls()).isFalse();
            assertThat(chain.blocksFrom(1, 1)).hasSize(1);
        }
        assertThat(node.script().asked("debug_traceBlockByHash")).isZero();
    }

    @Test
    void isInTroubleWithoutTheTracesThatTheSettingsAskFor() {
        given(FakeBlock.of('b', 1, paying(1, BOB, 9)));
        node.script().on("debug_traceBlockByHash", error(-32601, "no such method"));

        try (EvmChain chain = FakeNode.chain(EvmNetwork.Traces.ON, node.script().url())) {
            assertThatThrownBy(() -> chain.blocksFrom(1, 1))
                    .isInstanceOf(Trouble.class)
                    .hasMessageContaining("offers no call traces");
        }
    }

    @Test
    void doesNotGoOnWithoutTracesOnceItReadWithThem() {
        given(FakeBlock.of('b', 1, paying(1, BOB, 9)));
        try (EvmChain chain = node.chain()) {
            chain.blocksFrom(1, 1);
            node.script().on("debug_traceBlockByHash", error(-32601, "no such method"));

            assertThatThrownBy(() -> chain.blocksFrom(1, 1))
                    .isInstanceOf(Trouble.class)
                    .hasMessageContaining("offers no call traces");
        }
    }

    @Test
    void isInTroubleWhenThePastIsPrunedRatherThanBlind() {
        given(FakeBlock.of('b', 1, paying(1, BOB, 9)));
        node.script().on("debug_traceBlockByHash", error(-32000, "required historical state unavailable"));

        trouble("required historical state unavailable");
    }

    @Test
    void isInTroubleWhenOneTransactionWasNotTraced() {
        FakeBlock block = FakeBlock.of('b', 1, paying(1, BOB, 9), paying(2, ALICE, 7));
        given(block);
        node.script()
                .on(
                        "debug_traceBlockByHash",
                        result(List.of(
                                block.trace().getFirst(), Map.of("txHash", id(2), "error", "execution timeout"))));

        trouble("has no trace of transaction " + id(2));
    }

    @Test
    void isInTroubleWhenOneTraceOfManyFails() {
        for (int height = 1; height <= 9; height++) {
            node.add(FakeBlock.of('b', height, paying(height, BOB, 9)));
        }
        node.script()
                .once(
                        "debug_traceBlockByHash",
                        params -> result(node.trace(params)).to(params));
        node.script().once("debug_traceBlockByHash", error(-32000, "execution timeout"));

        trouble("refuses debug_traceBlockByHash: execution timeout");
    }

    @Test
    void matchesTracesByOrderWhereTheyNameNoTransaction() {
        FakeBlock block =
                FakeBlock.of('b', 1, paying(1, BOB, 9), paying(2, BOB, 9).calling(call(BOB, ALICE, 7)));
        given(block);
        node.script()
                .on(
                        "debug_traceBlockByHash",
                        result(block.trace().stream()
                                .map(traced -> Map.of("result", traced.get("result")))
                                .toList()));

        assertThat(transfers()).contains(passed(2, "call:0", 1, BOB, ALICE, 7));
    }

    @Test
    void readsATraceAsDeepAsTheMachineGoes() {
        given(FakeBlock.of('b', 1, paying(1, BOB, 9)));
        String frame = FrameReaderTest.nested(FrameReaderTest.DEEPEST);
        node.script()
                .on(
                        "debug_traceBlockByHash",
                        params -> "\"result\":[{\"txHash\":\"" + id(1) + "\",\"result\":" + frame + "}]");

        assertThat(transfers()).hasSize(2);
    }

    @Test
    void readsNothingTwiceOfALongStretch() {
        node.close();
        node = FakeNode.empty(60);

        try (EvmChain chain = node.chain()) {
            List<ChainBlock> blocks = chain.blocksFrom(1, 1000);

            assertThat(blocks).hasSize(50);
            assertThat(blocks.getLast().ref().height()).isEqualTo(50);
            assertThat(node.script().asked("eth_getBlockByNumber")).isEqualTo(51);
            assertThat(node.script().requests()).isEqualTo(13);
        }
    }

    private void given(FakeBlock... blocks) {
        for (FakeBlock block : blocks) {
            node.add(block);
        }
    }

    private List<Transfer> transfers() {
        try (EvmChain chain = node.chain()) {
            return chain.blocksFrom(1, 100).stream()
                    .flatMap(block -> block.transfers().stream())
                    .toList();
        }
    }

    private void trouble(String words) {
        assertThatThrownBy(this::transfers).isInstanceOf(Trouble.class).hasMessageContaining(words);
    }

    private static Map<String, Object> call(String from, String to, long wei) {
        return Map.of("type", "CALL", "from", from, "to", to, "value", hex(wei));
    }

    private static Transfer token(int tx, int ordinal, String to, long units) {
        return new Transfer(
                new TxHash(id(tx)),
                new Position("log:" + ordinal),
                ordinal,
                Optional.of(Checksum.canonical(TOKEN)),
                Optional.of(Checksum.canonical(SENDER)),
                Checksum.canonical(to),
                BigInteger.valueOf(units));
    }

    private static Transfer coins(int tx, String position, int index, String to, long wei) {
        return passed(tx, position, index, SENDER, to, wei);
    }

    private static Transfer passed(int tx, String position, int index, String from, String to, long wei) {
        return new Transfer(
                new TxHash(id(tx)),
                new Position(position),
                index,
                Optional.empty(),
                Optional.of(Checksum.canonical(from)),
                Checksum.canonical(to),
                BigInteger.valueOf(wei));
    }
}
