package dev.offramp.wire.webhook;

import java.time.Instant;

/// `trade.address.created`: an address is live. Its `id` is the wallet's; it has no status.
///
/// @param asset the asset's code
/// @param label exactly as it was sent
public record AddressCreatedJson(
        String id,
        EventType event,
        String eventId,
        Instant eventTime,
        int sequence,
        String address,
        String asset,
        String label,
        String vaultId) {

    public AddressCreatedJson {
        if (event != EventType.TRADE_ADDRESS_CREATED) {
            throw new IllegalArgumentException("not an address: " + event);
        }
    }
}
