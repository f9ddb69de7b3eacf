package dev.offramp.client.generate;

import java.util.List;

/// One thing that can be asked for.
///
/// @param path with its variables in braces
/// @param query without what every list takes
/// @param body empty for none
/// @param answer what the caller gets
record Operation(
        String id,
        String summary,
        String description,
        String method,
        String path,
        List<Property> variables,
        List<Property> query,
        List<Property> body,
        Answer answer) {

    sealed interface Answer {
        record Nothing() implements Answer {}

        record One(Type type) implements Answer {}

        record All(Type item) implements Answer {}

        /// A page of them.
        record Paged(Type item) implements Answer {}
    }

    boolean hasBody() {
        return !body.isEmpty();
    }

    boolean isPaged() {
        return answer instanceof Answer.Paged;
    }

    String bodyName() {
        return Character.toUpperCase(id.charAt(0)) + id.substring(1) + "Body";
    }
}
