package dev.offramp.wire.webhook;

import com.fasterxml.jackson.annotation.JsonValue;

/// The events that are sent, by the name they carry.
public enum EventType {
    TRADE_ADDRESS_CREATED("trade.address.created", AddressCreatedJson.class, "An address is live."),
    TRADE_PENDING(
            "trade.pending", TradeEventJson.class, "A deposit was seen. It may be sent again as confirmations grow."),
    TRADE_COMPLETED("trade.completed", TradeEventJson.class, "A deposit was credited."),
    TRADE_FLAGGED(
            "trade.flagged",
            TradeEventJson.class,
            "A deposit has its confirmations and is held back; `note` says why."),
    TRADE_DELETED("trade.deleted", TradeEventJson.class, "A deposit has left its chain before it was credited."),
    WITHDRAWAL_PENDING(
            "withdrawal.pending", WithdrawalEventJson.class, "A withdrawal was accepted and its money set aside."),
    WITHDRAWAL_PROCESSING("withdrawal.processing", WithdrawalEventJson.class, "A withdrawal is on its way."),
    WITHDRAWAL_COMPLETED("withdrawal.completed", WithdrawalEventJson.class, "A withdrawal has arrived."),
    WITHDRAWAL_REVERSED(
            "withdrawal.reversed",
            WithdrawalEventJson.class,
            "A withdrawal came back; its money and its fee are on the balance again."),
    WITHDRAWAL_REJECTED(
            "withdrawal.rejected",
            WithdrawalEventJson.class,
            "A withdrawal was refused on its way; its money and its fee are on the balance again.");

    private final String code;
    private final Class<? extends Record> shape;
    private final String meaning;

    EventType(String code, Class<? extends Record> shape, String meaning) {
        this.code = code;
        this.shape = shape;
        this.meaning = meaning;
    }

    @JsonValue
    public String code() {
        return code;
    }

    /// What its body is.
    public Class<? extends Record> shape() {
        return shape;
    }

    /// In a sentence or two.
    public String meaning() {
        return meaning;
    }

    boolean isAbout(String object) {
        return code.startsWith(object + ".");
    }

    /// The last word: the `status` that goes with the event.
    public String status() {
        return code.substring(code.lastIndexOf('.') + 1);
    }
}
