package dev.offramp.demo;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import tools.jackson.databind.JsonNode;

/// What the webhooks tell of one deposit. They may come twice and in any order; those about other things are passed
/// over.
final class Story {

    private final Set<String> wanted = new LinkedHashSet<>(List.of(
            "trade.address.created", "trade.pending", "trade.completed", "withdrawal.pending", "withdrawal.completed"));
    private final Set<String> eventIds = new LinkedHashSet<>();
    private final List<String> about = new ArrayList<>();
    private final String trade;
    private final BiConsumer<String, String> tell;
    private Optional<String> withdrawal = Optional.empty();

    /// @param tell takes a word and a line
    Story(String wallet, String trade, BiConsumer<String, String> tell) {
        this.about.add(wallet);
        this.about.add(trade);
        this.trade = trade;
        this.tell = tell;
    }

    void hear(JsonNode event) {
        if (event.path("trade").asString("").equals(trade)) {
            String id = event.path("id").asString();
            withdrawal = Optional.of(id);
            about.add(id);
        }
        boolean isOurs = about.contains(event.path("id").asString(""));
        if (isOurs && eventIds.add(event.path("eventId").asString())) {
            String name = event.path("event").asString();
            wanted.remove(name);
            tell.accept("webhook", name + line(name, event));
        }
    }

    private static String line(String name, JsonNode event) {
        return switch (name) {
            case "trade.pending" -> ": " + event.path("confirmations").asInt() + " confirmations";
            case "trade.completed" ->
                ": at " + Demo.plain(event.path("rate")) + " naira a dollar, " + Demo.plain(event.path("amountSettled"))
                        + " of it go to the bank";
            case "withdrawal.completed" -> ": NGN " + Demo.plain(event.path("payoutAmount")) + " paid";
            case "withdrawal.rejected", "withdrawal.reversed" ->
                throw new DemoFailed(
                        "the payout failed: " + event.path("reason").asString());
            default -> "";
        };
    }

    boolean isOver() {
        return wanted.isEmpty();
    }

    Set<String> wanted() {
        return wanted;
    }

    int events() {
        return eventIds.size();
    }

    String withdrawal() {
        return withdrawal.orElseThrow(() -> new DemoFailed("no withdrawal was told of"));
    }
}
