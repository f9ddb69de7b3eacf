package dev.offramp.chains.evm;

import java.util.Optional;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.StreamReadException;

/// One reply object: which question it answers, and how.
record RpcReply<T>(long id, RpcAnswer<T> answer) {

    private static final long NO_ID = -1;

    private record ErrorJson(Optional<Long> code, Optional<String> message) {

        <T> RpcAnswer<T> refused() {
            return new RpcAnswer.Refused<>(code.orElse(0L), message.orElse(""));
        }
    }

    /// Reads the object the parser stands on. The members may come in any order.
    static <T> RpcReply<T> read(JsonParser parser, Shape<T> shape) {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw new StreamReadException(parser, "a reply is an object");
        }
        long id = NO_ID;
        Optional<RpcAnswer<T>> result = Optional.empty();
        Optional<RpcAnswer<T>> error = Optional.empty();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            switch (name) {
                case "id" -> id = value == JsonToken.VALUE_NUMBER_INT ? parser.getLongValue() : NO_ID;
                case "result" ->
                    result = Optional.of(
                            value == JsonToken.VALUE_NULL
                                    ? new RpcAnswer.Nothing<>()
                                    : new RpcAnswer.Found<>(shape.read(parser)));
                case "error" -> error = value == JsonToken.VALUE_NULL ? error : Optional.of(error(parser));
                default -> parser.skipChildren();
            }
        }
        Optional<RpcAnswer<T>> told = result;
        return new RpcReply<>(
                id,
                error.or(() -> told)
                        .orElseThrow(() -> new IllegalArgumentException("a reply without result and error")));
    }

    private static <T> RpcAnswer<T> error(JsonParser parser) {
        return parser.readValueAs(ErrorJson.class).refused();
    }
}
