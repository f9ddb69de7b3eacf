package dev.offramp.http.openapi;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.offramp.wire.Key;
import dev.offramp.wire.OrNull;
import dev.offramp.wire.RawJson;
import dev.offramp.wire.webhook.EventType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The schemas of the records that answers and events are made of: each a component of its own, closed.
final class RecordSchemas {

    private final Map<String, Class<?>> typeOf = new TreeMap<>();
    private final Map<String, Node> schemas = new TreeMap<>();

    /// A pointer to the schema of a record, which is a component from now on.
    Node ref(Class<?> type) {
        String name = name(type);
        Class<?> known = typeOf.putIfAbsent(name, type);
        if (known == null) {
            schemas.put(name, schema(type));
        } else if (known != type) {
            throw new IllegalStateException("two records of one name: " + known + ", " + type);
        }
        return Node.ref("schemas", name);
    }

    /// The keys a record can have.
    static List<String> members(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(RecordSchemas::name)
                .toList();
    }

    /// All that were pointed to, by name.
    Node all() {
        Node all = Node.empty();
        schemas.forEach(all::with);
        return all;
    }

    /// `WalletJson` is known as `Wallet`.
    static String name(Class<?> type) {
        return type.getSimpleName().replaceFirst("Json$", "");
    }

    private Node schema(Class<?> type) {
        Node properties = Node.empty();
        List<String> required = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            boolean isOptional = component.getType() == Optional.class;
            Type held = isOptional ? argument(component.getGenericType(), 0) : component.getGenericType();
            properties.with(
                    name(component), property(held, type, Optional.ofNullable(component.getAnnotation(Key.class))));
            if (!isOptional) {
                required.add(name(component));
            }
        }
        return Node.of("type", "object")
                .withAny("required", required)
                .with("properties", properties)
                .with("additionalProperties", false);
    }

    private static String name(RecordComponent component) {
        return Optional.ofNullable(component.getAccessor().getAnnotation(JsonProperty.class))
                .map(JsonProperty::value)
                .orElse(component.getName());
    }

    private Node property(Type held, Class<?> owner, Optional<Key> key) {
        Node property = key.map(said -> said(held, said)).orElseGet(() -> plain(held, owner));
        return key.map(said -> property.withAny("description", said.value())).orElse(property);
    }

    private Node said(Type held, Key key) {
        return key.oneOf().length > 0
                ? Node.of("type", "string").with("enum", Arrays.asList(key.oneOf()))
                : switch (key.as()) {
                    case PLAIN -> plain(held, Object.class);
                    case ID -> text().with("pattern", "^[0-9a-f]{24}$");
                    case NUMERAL -> text().with("pattern", "^[0-9]+$");
                    case DECIMAL -> text().with("pattern", "^-?[0-9]+(\\.[0-9]+)?$");
                    case CURRENCY -> text().with("enum", List.of("ngn", "ghs", "usd"));
                    case URL -> text().with("format", "uri");
                    case EPOCH_MILLIS ->
                        Node.of("type", "integer").with("format", "int64").with("description", "Epoch milliseconds.");
                };
    }

    private Node plain(Type held, Class<?> owner) {
        return held instanceof ParameterizedType generic ? generic(generic, owner) : simple((Class<?>) held, owner);
    }

    private Node generic(ParameterizedType type, Class<?> owner) {
        if (type.getRawType() == List.class) {
            return Node.of("type", "array").with("items", plain(argument(type, 0), owner));
        }
        if (type.getRawType() == Map.class) {
            return Node.of("type", "object").with("additionalProperties", plain(argument(type, 1), owner));
        }
        if (type.getRawType() == OrNull.class) {
            return orNull(plain(argument(type, 0), owner));
        }
        throw new IllegalStateException("no schema for " + type);
    }

    private static Node orNull(Node schema) {
        Object type = schema.members().get("type");
        return schema.with("type", List.of(type, "null"));
    }

    private Node simple(Class<?> type, Class<?> owner) {
        if (type == EventType.class) {
            return text().with("enum", eventsOf(owner));
        }
        if (type == RawJson.class) {
            return Node.of("type", "object");
        }
        if (type == Instant.class) {
            return text().with("format", "date-time");
        }
        if (type.isRecord()) {
            return ref(type);
        }
        return Node.of("type", jsonType(type));
    }

    private static List<String> eventsOf(Class<?> shape) {
        return Arrays.stream(EventType.values())
                .filter(event -> event.shape() == shape)
                .map(EventType::code)
                .toList();
    }

    private static String jsonType(Class<?> type) {
        return switch (type.getSimpleName()) {
            case "String" -> "string";
            case "BigDecimal" -> "number";
            case "int", "long", "Integer", "Long" -> "integer";
            case "boolean", "Boolean" -> "boolean";
            default -> throw new IllegalStateException("no schema for " + type);
        };
    }

    private static Node text() {
        return Node.of("type", "string");
    }

    private static Type argument(Type type, int index) {
        return ((ParameterizedType) type).getActualTypeArguments()[index];
    }
}
