package dev.offramp.dashboard;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What was being sent when a fresh sign-in was asked for: carried along in hidden fields, so that nobody types a
/// withdrawal twice. Secrets are not carried.
///
/// @param action the path it was sent to
public record Carried(String action, Map<String, List<String>> values) {

    private static final String ACTION = "carried-action";
    private static final String VALUE = "carried-value-";

    /// One hidden field.
    public record Hidden(String name, String value) {}

    /// To be carried through another form.
    public List<Hidden> hidden() {
        List<Hidden> all = new ArrayList<>(List.of(new Hidden(ACTION, action)));
        values.forEach((name, each) -> each.forEach(value -> all.add(new Hidden(VALUE + name, value))));
        return all;
    }

    /// To be sent on in the end.
    public List<Hidden> fields() {
        List<Hidden> all = new ArrayList<>();
        values.forEach((name, each) -> each.forEach(value -> all.add(new Hidden(name, value))));
        return all;
    }

    static Optional<Carried> of(Map<String, List<String>> body) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        body.forEach((name, each) -> {
            if (name.startsWith(VALUE)) {
                values.put(name.substring(VALUE.length()), each);
            }
        });
        return Optional.ofNullable(body.get(ACTION))
                .map(List::getFirst)
                .flatMap(OwnPath::parse)
                .map(action -> new Carried(action, values));
    }

    @Override
    public String toString() {
        return "Carried[" + action + "]";
    }
}
