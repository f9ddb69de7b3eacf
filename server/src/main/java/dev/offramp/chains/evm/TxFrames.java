package dev.offramp.chains.evm;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.StreamReadException;

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
