package dev.offramp.chains.evm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.offramp.chains.TxHash;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

class FrameReaderTest {

    private record Frame(Map<String, Object> json) {}

    private static final String A = FakeBlock.address(0xa);
    private static final String B = FakeBlock.address(0xb);
    private static final String C = FakeBlock.address(0xc);
    static final int DEEPEST = 1024;

    private static final JsonMapper DEEP = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(5000)
                            .build())
                    .build())
            .build();

    @ParameterizedTest
    @CsvSource(textBlock = """
                    CALL,         0x7, true
                    CREATE,       0x7, true
                    CREATE2,      0x7, true
                    SELFDESTRUCT, 0x7, true
                    CALL,         0x0, false
                    DELEGATECALL, 0x7, false
                    CALLCODE,     0x7, false
                    STATICCALL,   0x0, false
                    INVALID,      0x7, false
                    """)
    void countsOnlyFramesThatMoveCoins(String type, String value, boolean isMove) {
        List<CallMove> moves = read(top(frame(type, B, C, value)));

        assertThat(moves).isEqualTo(isMove ? List.of(new CallMove("0", 1, B, C, BigInteger.valueOf(7))) : List.of());
    }

    @Test
    void namesEachFrameByItsPathAndCountsThemInTheOrderOfExecution() {
        List<CallMove> moves = read(top(
                frame("CALL", B, C, "0x1", frame("STATICCALL", C, A, "0x0"), frame("CALL", C, A, "0x2")),
                frame("DELEGATECALL", B, A, "0x5", frame("CALL", B, A, "0x3"))));

        assertThat(moves)
                .containsExactly(
                        new CallMove("0", 1, B, C, BigInteger.ONE),
                        new CallMove("0.1", 3, C, A, BigInteger.TWO),
                        new CallMove("1.0", 5, B, A, BigInteger.valueOf(3)));
    }

    @Test
    void forgetsAllUnderAFrameThatFailed() {
        Frame failed = failed(frame("CALL", B, C, "0x1", frame("CALL", C, A, "0x2")));

        assertThat(read(top(failed, frame("CALL", B, A, "0x3"))))
                .containsExactly(new CallMove("1", 3, B, A, BigInteger.valueOf(3)));
    }

    @Test
    void readsAFrameWhoseErrorComesBeforeItsCalls() {
        String json = """
                {"type": "CALL", "from": "%1$s", "to": "%2$s", "value": "0x0", "error": "execution reverted",
                 "calls": [{"type": "CALL", "from": "%2$s", "to": "%1$s", "value": "0x5"}], "gasUsed": "0x1"}
                """.formatted(A, B);

        assertThat(read(json)).isEmpty();
    }

    @Test
    void forgetsAllOfATransactionThatFailed() {
        assertThat(read(failed(top(frame("CALL", B, C, "0x1"))))).isEmpty();
    }

    @Test
    void ignoresWhatAContractSendsToItself() {
        assertThat(read(top(frame("SELFDESTRUCT", B, B, "0x7")))).isEmpty();
    }

    @Test
    void leavesOutTheTransactionsOwnValue() {
        assertThat(read(frame("CALL", A, B, "0x9"))).isEmpty();
    }

    @Test
    void readsFramesWithoutValueOrRecipient() {
        Map<String, Object> bare = new HashMap<>(Map.of("type", "CREATE", "from", B));
        bare.put("to", null);
        bare.put("value", null);
        bare.put("error", null);
        bare.put("calls", null);

        assertThat(read(top(new Frame(bare), frame("CALL", B, C, "0x1")))).hasSize(1);
    }

    @Test
    void goesAsDeepAsTheMachineDoes() {
        assertThat(read(nested(DEEPEST))).singleElement().satisfies(move -> {
            assertThat(move.ordinal()).isEqualTo(DEEPEST);
            assertThat(move.path()).hasSize(2 * DEEPEST - 1);
        });
    }

    @Test
    void shortensAPositionThatCouldNotBeKept() {
        CallMove deep = read(nested(DEEPEST)).getFirst();
        CallMove other = new CallMove("1" + deep.path().substring(1), 1, A, B, BigInteger.ONE);

        assertThat(position(deep)).startsWith("call:0x").hasSize("call:0x".length() + 64);
        assertThat(position(deep)).isEqualTo(position(deep)).isNotEqualTo(position(other));
    }

    private static String position(CallMove move) {
        return move.transfer(new TxHash("0x1")).position().value();
    }

    /// A frame with `depth` frames below it, each the only call of the one above; the last one pays.
    static String nested(int depth) {
        String open = "{\"type\":\"CALL\",\"from\":\"" + A + "\",\"to\":\"" + B + "\",\"value\":\"0x0\",\"calls\":[";
        String paying = "{\"type\":\"CALL\",\"from\":\"" + B + "\",\"to\":\"" + C + "\",\"value\":\"0x1\"}";
        return open.repeat(depth) + paying + "]}".repeat(depth);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"calls": {}}
                    {"calls": [1]}
                    []
                    "0x"
                    """)
    void refusesWhatIsNoFrame(String json) {
        assertThatThrownBy(() -> read(json)).isInstanceOf(StreamReadException.class);
    }

    private static Frame top(Frame... calls) {
        return frame("CALL", A, B, "0x0", calls);
    }

    private static Frame frame(String type, String from, String to, String value, Frame... calls) {
        return new Frame(
                Map.of("type", type, "from", from, "to", to, "value", value, "input", "0x", "calls", json(calls)));
    }

    private static List<Map<String, Object>> json(Frame... frames) {
        return Arrays.stream(frames).map(Frame::json).toList();
    }

    private static Frame failed(Frame frame) {
        Map<String, Object> failed = new HashMap<>(frame.json());
        failed.put("error", "out of gas");
        return new Frame(failed);
    }

    private static List<CallMove> read(Frame frame) {
        return read(DEEP.writeValueAsString(frame.json()));
    }

    private static List<CallMove> read(String json) {
        try (JsonParser parser = DEEP.createParser(json)) {
            parser.nextToken();
            return new ArrayList<>(FrameReader.read(parser));
        }
    }
}
