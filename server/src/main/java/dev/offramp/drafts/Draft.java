package dev.offramp.drafts;

import java.time.Instant;
import java.util.Map;
import java.util.Set;

/// A form that moves money, as far as it is filled in.
///
/// @param turn how often its form was sent
/// @param typed what stands in each field, as it was typed and possibly wrong; `toString` does not show it
public record Draft(
        DraftId id,
        DraftOwner owner,
        DraftKind kind,
        int turn,
        Map<String, String> typed,
        State state,
        Instant updatedAt) {

    /// The longest text that is kept of a field; what is longer was not typed by anybody.
    static final int FIELD_MAX = 1_000;

    private static final int FIELDS_MAX = 20;
    private static final Set<String> NEVER_KEPT = Set.of("pin", "password", "code");

    /// How far it is.
    public sealed interface State {

        record Open() implements State {}

        /// @param as what it became: an id or an amount, in the words of who did it
        record Done(Instant at, String as) implements State {}
    }

    public Draft {
        typed = Map.copyOf(typed);
        if (typed.size() > FIELDS_MAX || typed.keySet().stream().anyMatch(NEVER_KEPT::contains)) {
            throw new IllegalArgumentException("not a draft's fields: " + typed.keySet());
        }
    }

    /// What stands in a field; nothing where nothing was typed.
    public String typed(String field) {
        return typed.getOrDefault(field, "");
    }

    @Override
    public String toString() {
        return "draft " + id + " of a " + kind.code();
    }
}
