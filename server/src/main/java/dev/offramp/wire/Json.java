package dev.offramp.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/// Turns the records of this room into bytes, the one way everything leaves the server.
public final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new WireTypes())
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_ABSENT))
            .build();

    private Json() {}

    /// UTF-8, on one line, keys in the order of the record's components.
    public static byte[] bytes(Object value) {
        return MAPPER.writeValueAsBytes(value);
    }

    /// [#bytes] as text.
    public static String text(Object value) {
        return MAPPER.writeValueAsString(value);
    }
}
