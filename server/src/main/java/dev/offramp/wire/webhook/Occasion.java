package dev.offramp.wire.webhook;

import dev.offramp.deposits.DepositId;
import dev.offramp.facts.Fact;
import dev.offramp.money.Money;
import java.util.Map;

/// What an event is made from beside the fact's body.
///
/// @param settled what will be withdrawn for credited deposits; one that goes nowhere is left out
record Occasion(EventType event, Fact fact, Map<DepositId, Money> settled) {

    String eventId() {
        return fact.id().value();
    }
}
