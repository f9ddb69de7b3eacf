package dev.offramp.wire.webhook;

import dev.offramp.wire.Key;
import dev.offramp.wire.Notation;
import java.time.Instant;

/// `trade.address.created`: an address is live. Its `id` is the wallet's; it has no status.
public record AddressCreatedJson(
        @Key(value = "The wallet's.", as = Notation.ID) String id,
        EventType event,
        @Key("The same on every attempt and resend.") String eventId,
        @Key("When it happened.") Instant eventTime,
        @Key("Counts the events of this wallet.") int sequence,
        @Key("Byte for byte as it was generated.") String address,
        @Key("The asset's custody code.") String asset,
        @Key("Exactly as it was sent.") String label,

        @Key(value = "The wallet's number.", as = Notation.NUMERAL)
        String vaultId) {

    public AddressCreatedJson {
        if (event != EventType.TRADE_ADDRESS_CREATED) {
            throw new IllegalArgumentException("not an address: " + event);
        }
    }
}
