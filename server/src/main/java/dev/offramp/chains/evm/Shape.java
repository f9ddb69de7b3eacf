package dev.offramp.chains.evm;

import java.util.function.Function;
import tools.jackson.core.JsonParser;

/// How one result is read off the stream; the parser stands on its first token and is left on its last.
interface Shape<T> {

    T read(JsonParser parser);

    static <J, T> Shape<T> of(Class<J> json, Function<J, T> meaning) {
        return parser -> meaning.apply(parser.readValueAs(json));
    }

    static Shape<String> text() {
        return of(String.class, text -> text);
    }
}
