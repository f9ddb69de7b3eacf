package dev.offramp.facts;

import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Writes and reads the JSON of fact bodies. Records with one component are written as that component, so ids and
/// codes are plain strings; decimals keep every digit.
final class Snapshots {

    private final JsonMapper mapper = JsonMapper.builder()
            .addModule(new OneFieldRecords())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    String write(FactBody body) {
        return mapper.writeValueAsString(body);
    }

    <B extends FactBody> B read(String json, Class<B> kind) {
        return mapper.readValue(json, kind);
    }
}
