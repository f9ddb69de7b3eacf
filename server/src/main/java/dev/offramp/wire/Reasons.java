package dev.offramp.wire;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Why a request was refused, per field: the `errors` of `validation errors`.
public final class Reasons {

    /// Where a reason goes that is about the body as a whole.
    public static final String BODY = "body";

    private final Map<String, List<String>> byField = new LinkedHashMap<>();

    public static Reasons of(String field, String reason) {
        Reasons reasons = new Reasons();
        reasons.add(field, reason);
        return reasons;
    }

    public void add(String field, String reason) {
        byField.computeIfAbsent(field, name -> new ArrayList<>()).add(reason);
    }

    public void add(Reasons others) {
        others.byField.forEach((field, reasons) -> reasons.forEach(reason -> add(field, reason)));
    }

    public boolean isEmpty() {
        return byField.isEmpty();
    }

    public Map<String, List<String>> byField() {
        return byField;
    }

    @Override
    public String toString() {
        return byField.toString();
    }
}
