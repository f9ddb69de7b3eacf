package dev.offramp.acceptance.hostile;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// Values that the description allows, and those at and just over its edges, as JSON texts.
///
/// @param ids ids of things that exist, one's own and others'
/// @param pin the sender's own
record Samples(Dice dice, List<String> ids, String pin) {

    private static final String NOBODY = "f".repeat(24);

    /// A body with everything required and some of the rest.
    Map<String, String> body(JsonNode schema) {
        List<String> required = texts(schema.path("required"));
        JsonNode alternatives = schema.path("oneOf");
        List<String> chosen = alternatives.isEmpty()
                ? List.of()
                : texts(alternatives.get(dice.below(alternatives.size())).path("required"));
        List<String> others = alternatives.isEmpty()
                ? List.of()
                : alternatives
                        .valueStream()
                        .flatMap(one -> texts(one.path("required")).stream())
                        .filter(name -> !chosen.contains(name))
                        .toList();
        Map<String, String> body = new LinkedHashMap<>();
        schema.path("properties").properties().forEach(property -> {
            String name = property.getKey();
            boolean isIn = required.contains(name) || chosen.contains(name) || dice.once(2) && !others.contains(name);
            if (isIn) {
                body.put(name, good(name, property.getValue()));
            }
        });
        return body;
    }

    static String json(Map<String, String> members) {
        return members.entrySet().stream()
                .map(member -> "\"" + member.getKey() + "\":" + member.getValue())
                .collect(Collectors.joining(",", "{", "}"));
    }

    /// One of what may be in a path.
    String id() {
        return dice.once(4) ? NOBODY : dice.any(ids);
    }

    String good(String name, JsonNode schema) {
        if (schema.has("enum")) {
            return schema.get("enum").get(dice.below(schema.get("enum").size())).toString();
        }
        return switch (schema.path("type").asString("string")) {
            case "boolean" -> dice.any("true", "false");
            case "integer" -> dice.any("1", "3", "10");
            case "number" -> dice.any("1", "0.5", "10", "100.25", "5e1");
            default -> "\"" + goodText(name) + "\"";
        };
    }

    private String goodText(String name) {
        return switch (name) {
            case "pin" -> pin;
            case "accountNumber" -> dice.any("0123456789", "0000000009", "123456");
            case "bankId" -> dice.any("25", "39", "1");
            case "id" -> dice.any("25", "39", "1", id());
            case "walletAddress", "address" ->
                dice.any(
                        "0x1111111111111111111111111111111111111111",
                        "Hh8QwFUA6MtVu1qAoq12ucvFHNwCcVTV7hpWjeY1Hztb",
                        "0x000000000000000000000000000000000000dEaD");
            case "startDate", "endDate" -> dice.any("2026-01-01", "2026-01-01T00:00:00Z");
            case "asset" -> dice.any("SOL_USDC_JKVK", "BTC_TEST");
            case "bank", "withdrawalAddressId", "after" -> id();
            default -> "text " + dice.below(1_000_000);
        };
    }

    /// At or just over an edge of what is allowed.
    String edge(JsonNode schema) {
        return switch (schema.path("type").asString("string")) {
            case "number", "integer" -> numberEdge(schema);
            case "boolean" -> dice.any("true", "false", "\"true\"", "0", "null");
            default -> textEdge(schema);
        };
    }

    private String numberEdge(JsonNode schema) {
        BigDecimal least = schema.path("minimum")
                .decimalValueOpt()
                .or(() -> schema.path("exclusiveMinimum").decimalValueOpt())
                .orElse(BigDecimal.ZERO);
        BigDecimal most = schema.path("maximum").decimalValueOpt().orElse(new BigDecimal("1e15"));
        int decimals = schema.path("x-decimals").asInt(0);
        BigDecimal step = BigDecimal.ONE.movePointLeft(decimals);
        return dice.any(
                        least,
                        least.add(step),
                        least.subtract(step),
                        most,
                        most.add(step),
                        most.subtract(step),
                        step.movePointLeft(1),
                        least.negate())
                .toString();
    }

    private String textEdge(JsonNode schema) {
        int most = schema.path("maxLength").asInt(255);
        String letter = dice.any("a", "é", "𝄞", "\\u0061", " ");
        return "\"" + letter.repeat(Math.max(0, most + dice.any(-1, 0, 1))) + "\"";
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).toList();
    }
}
