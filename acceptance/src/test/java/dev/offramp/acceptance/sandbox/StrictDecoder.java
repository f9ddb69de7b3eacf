package dev.offramp.acceptance.sandbox;

import dev.offramp.acceptance.program.Inbox.Delivery;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// Reads events as a strict receiver does: every key is known and of its type, what is needed is there, nothing is
/// null.
final class StrictDecoder {

    /// `key:type`, with a question mark where it may be left out.
    private static final String EVERY = "id:text event:text eventId:text eventTime:text sequence:whole";

    private static final String ADDRESS = EVERY + " address:text asset:text label:text vaultId:text";

    private static final String TRADE = EVERY + " " + """
             status:text asset:text feePercentage:number feeAmountInUsd:number rate?:number conversionRate?:number
             cryptoAmount:number amountInUSD:number flagFeeUSD:number vaultId:text senderAddress?:text
             destinationAddress:text destinationDescription:text txHash:text confirmations:whole note:text
             createdAt:whole updatedAt:whole index:whole blockInfo?:object walletCredited:flag
             isWrongAssetDeposit?:flag amountSettled?:number settlementRate?:number markupPercent?:number
             markupAmount?:number""";

    private static final String WITHDRAWAL = EVERY + " " + """
             status:text trade?:text amount:number originalAmount:number payoutAmount:number currency:text
             reference:text reason?:text meta:object txHash?:text createdAt:whole updatedAt:whole""";

    private StrictDecoder() {}

    /// What is wrong with it; empty when it can be read.
    static Optional<String> fault(Delivery delivery) {
        Map<String, String> known = new HashMap<>();
        for (String key : schema(delivery.event()).split("\\s+")) {
            known.put(key.split(":")[0], key.split(":")[1]);
        }
        for (Map.Entry<String, JsonNode> field : delivery.body().properties()) {
            String type = Optional.ofNullable(known.remove(field.getKey()))
                    .or(() -> Optional.ofNullable(known.remove(field.getKey() + "?")))
                    .orElse("nothing");
            if (!is(field.getValue(), type)) {
                return Optional.of(field.getKey() + " is " + field.getValue() + " and should be " + type);
            }
        }
        return known.keySet().stream()
                .filter(key -> !key.endsWith("?"))
                .findFirst()
                .map(key -> key + " is missing");
    }

    private static String schema(String event) {
        List<String> words = Arrays.asList(event.split("\\."));
        return words.contains("address") ? ADDRESS : words.getFirst().equals("trade") ? TRADE : WITHDRAWAL;
    }

    private static boolean is(JsonNode value, String type) {
        return switch (type) {
            case "text" -> value.isString();
            case "whole" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            case "flag" -> value.isBoolean();
            case "object" -> value.isObject() && hasNoNull(value);
            default -> false;
        };
    }

    private static boolean hasNoNull(JsonNode object) {
        return object.values().stream().noneMatch(JsonNode::isNull);
    }
}
