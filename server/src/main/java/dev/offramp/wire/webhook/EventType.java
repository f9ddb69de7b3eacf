package dev.offramp.wire.webhook;

import com.fasterxml.jackson.annotation.JsonValue;

/// The events that are sent, by the name they carry.
public enum EventType {
    TRADE_ADDRESS_CREATED("trade.address.created"),
    TRADE_PENDING("trade.pending"),
    TRADE_COMPLETED("trade.completed"),
    TRADE_FLAGGED("trade.flagged"),
    TRADE_DELETED("trade.deleted"),
    WITHDRAWAL_PENDING("withdrawal.pending"),
    WITHDRAWAL_PROCESSING("withdrawal.processing"),
    WITHDRAWAL_COMPLETED("withdrawal.completed"),
    WITHDRAWAL_REVERSED("withdrawal.reversed"),
    WITHDRAWAL_REJECTED("withdrawal.rejected");

    private final String code;

    EventType(String code) {
        this.code = code;
    }

    @JsonValue
    public String code() {
        return code;
    }

    boolean isAbout(String object) {
        return code.startsWith(object + ".");
    }

    /// The last word: the `status` that goes with the event.
    public String status() {
        return code.substring(code.lastIndexOf('.') + 1);
    }
}
