package dev.offramp.http.openapi;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// An object of the document, its members in the order in which they were added.
final class Node {

    private final Map<String, Object> members = new LinkedHashMap<>();

    private Node() {}

    static Node empty() {
        return new Node();
    }

    static Node of(String name, Object value) {
        return new Node().with(name, value);
    }

    /// A pointer to a component.
    static Node ref(String kind, String name) {
        return of("$ref", "#/components/" + kind + "/" + name);
    }

    Node with(String name, Object value) {
        members.put(name, value);
        return this;
    }

    /// Adds nothing for an empty value: an absent one, a blank text, a list or an object without members.
    Node withAny(String name, Object value) {
        boolean isEmpty = switch (value) {
            case Optional<?> optional -> optional.isEmpty();
            case String text -> text.isBlank();
            case List<?> list -> list.isEmpty();
            case Node node -> node.members.isEmpty();
            default -> false;
        };
        return isEmpty ? this : with(name, value);
    }

    Node withAll(Node others) {
        members.putAll(others.members);
        return this;
    }

    @JsonValue
    Map<String, Object> members() {
        return members;
    }
}
