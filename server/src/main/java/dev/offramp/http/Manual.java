package dev.offramp.http;

import dev.offramp.wire.Refusal;
import dev.offramp.wire.Shape;
import java.util.List;

/// What an endpoint says of itself to those who have never asked it: people read it, and programs are made from it.
///
/// @param summary what it does, in a few words
/// @param description what there is to know beyond that, in sentences
/// @param data what `data` of a success is
/// @param refusals its own; those of the checks before it follow from its route
public record Manual(String summary, String description, Shape data, List<Refusal> refusals) {

    public Manual {
        refusals = List.copyOf(refusals);
    }

    public static Manual of(String summary, String description, Shape data) {
        return new Manual(summary, description, data, List.of());
    }

    public Manual refusing(Refusal... own) {
        return new Manual(summary, description, data, List.of(own));
    }
}
