package dev.offramp.chains.evm;

import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.StreamReadException;

/// Reads one transaction's frames (`callTracer`) off the stream and keeps only what moved coins. Neither depth nor
/// number of frames is ours to choose, so there is no recursion and no tree in memory.
final class FrameReader {

    /// One transaction of a block's trace.
    ///
    /// @param tx which one; empty from nodes that tell it by the order alone
    /// @param moves empty when the node could not trace it
    record TxFrames(Optional<String> tx, Optional<List<CallMove>> moves) {

        /// A whole block's.
        static final Shape<List<TxFrames>> SHAPE = TxFrames::readAll;

        private static List<TxFrames> readAll(JsonParser parser) {
            if (parser.currentToken() != JsonToken.START_ARRAY) {
                throw new StreamReadException(parser, "a block's trace is a list");
            }
            List<TxFrames> all = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                all.add(readOne(parser));
            }
            return all;
        }

        private static TxFrames readOne(JsonParser parser) {
            Optional<String> tx = Optional.empty();
            Optional<List<CallMove>> moves = Optional.empty();
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                switch (name) {
                    case "txHash" -> tx = Optional.of(Hex.hash(parser.getString()));
                    case "result" -> moves = Optional.of(FrameReader.read(parser));
                    default -> parser.skipChildren();
                }
            }
            return new TxFrames(tx, moves);
        }
    }

    /// One frame that is not read to its end; what its calls moved waits here until we know that it did not fail.
    private static final class Open {

        private final int place;
        private final int ordinal;
        private final List<CallMove> below = new ArrayList<>();
        private int calls;
        private String type = "";
        private Optional<String> from = Optional.empty();
        private Optional<String> to = Optional.empty();
        private BigInteger value = BigInteger.ZERO;
        private boolean isFailed;

        Open(int place, int ordinal) {
            this.place = place;
            this.ordinal = ordinal;
        }

        boolean movesCoins() {
            boolean isMove = switch (type) {
                case "CALL", "CREATE", "CREATE2", "SELFDESTRUCT" -> true;
                // DELEGATECALL repeats the value of the frame above, CALLCODE pays itself.
                default -> false;
            };
            return isMove && value.signum() > 0 && from.isPresent() && to.isPresent() && !from.equals(to);
        }
    }

    private final JsonParser parser;
    private final Deque<Open> open = new ArrayDeque<>();
    private int frames;

    private FrameReader(JsonParser parser) {
        this.parser = parser;
    }

    /// The moves inside the frame the parser stands on, in the order of execution; not that of the frame itself, which
    /// is the transaction's own value.
    static List<CallMove> read(JsonParser parser) {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw new StreamReadException(parser, "a frame is an object");
        }
        return new FrameReader(parser).run();
    }

    private List<CallMove> run() {
        push();
        while (true) {
            JsonToken token = parser.nextToken();
            switch (token) {
                case PROPERTY_NAME -> property(parser.currentName(), parser.nextToken());
                case START_OBJECT -> push();
                case END_ARRAY -> {}
                case END_OBJECT -> {
                    Open closed = open.pop();
                    List<CallMove> moves = close(closed);
                    if (open.isEmpty()) {
                        return moves;
                    }
                    open.peek().below.addAll(moves);
                }
                case null, default -> throw new StreamReadException(parser, "no frame: " + token);
            }
        }
    }

    private void push() {
        int place = open.isEmpty() ? 0 : open.peek().calls++;
        open.push(new Open(place, frames++));
    }

    private void property(String name, JsonToken value) {
        Open frame = open.peek();
        boolean isNull = value == JsonToken.VALUE_NULL;
        switch (name) {
            case "type" -> frame.type = parser.getString();
            case "from" -> frame.from = isNull ? frame.from : Optional.of(Hex.address(parser.getString()));
            case "to" -> frame.to = isNull ? frame.to : Optional.of(Hex.address(parser.getString()));
            case "value" -> frame.value = isNull ? frame.value : Hex.quantity(parser.getString());
            case "error" -> frame.isFailed |= !isNull;
            case "calls" -> enter(value);
            default -> parser.skipChildren();
        }
    }

    /// The calls come as the next objects of the stream.
    private void enter(JsonToken value) {
        if (value != JsonToken.START_ARRAY && value != JsonToken.VALUE_NULL) {
            throw new StreamReadException(parser, "calls are a list");
        }
    }

    private List<CallMove> close(Open frame) {
        if (frame.isFailed) {
            return List.of();
        }
        if (open.isEmpty() || !frame.movesCoins()) {
            return frame.below;
        }
        List<CallMove> moves = new ArrayList<>();
        moves.add(new CallMove(
                path(frame), frame.ordinal, frame.from.orElseThrow(), frame.to.orElseThrow(), frame.value));
        moves.addAll(frame.below);
        return moves;
    }

    /// From the top-level frame, which has no number, down to this one.
    private String path(Open frame) {
        StringBuilder path = new StringBuilder();
        Iterator<Open> down = open.descendingIterator();
        down.next();
        down.forEachRemaining(above -> path.append(above.place).append('.'));
        return path.append(frame.place).toString();
    }
}
