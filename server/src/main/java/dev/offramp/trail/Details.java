package dev.offramp.trail;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// What an entry says of its subject before or after: a few named texts, kept as one JSON object.
///
/// @param values in the order in which they are shown
public record Details(Map<String, String> values) {

    public static final Details NONE = new Details(Map.of());

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<LinkedHashMap<String, String>> TEXTS = new TypeReference<>() {};

    /// So many digits of an account number are shown.
    private static final int SHOWN = 4;

    public Details {
        LinkedHashMap<String, String> clean = new LinkedHashMap<>();
        values.forEach((name, value) -> clean.put(Text.cleaned(name), Text.cleaned(value)));
        values = Collections.unmodifiableMap(clean);
    }

    /// @param value its text is what is kept
    public static Details of(String name, Object value) {
        return NONE.with(name, value);
    }

    /// The same and one more.
    public Details with(String name, Object value) {
        LinkedHashMap<String, String> more = new LinkedHashMap<>(values);
        more.put(name, value.toString());
        return new Details(more);
    }

    /// The same and, if there is a value, one more.
    public Details with(String name, Optional<?> value) {
        return value.map(one -> with(name, (Object) one)).orElse(this);
    }

    /// The same and the end of an account number.
    public Details withAccount(String name, String accountNumber) {
        int shown = accountNumber.length() > 2 * SHOWN ? SHOWN : 0;
        return with(name, "****" + accountNumber.substring(accountNumber.length() - shown));
    }

    String json() {
        return JSON.writeValueAsString(values);
    }

    static Details read(String json) {
        return new Details(JSON.readValue(json, TEXTS));
    }
}
