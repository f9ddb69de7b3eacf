package dev.offramp.wire;

/// What a success says.
public final class Message {

    public static final String DATA_FETCHED = "data fetched";
    public static final String ADDRESS_GENERATED = "wallet address generated successfully";
    public static final String WALLETS_RETRIEVED = "wallets retrieved successfully";
    public static final String WALLET_RETRIEVED = "wallet retrieved successfully";
    public static final String BANK_LINKED = "bank added to wallet successfully";
    public static final String AUTO_SETTLEMENT_ENABLED = "auto settlement enabled successfully";
    public static final String AUTO_SETTLEMENT_DISABLED = "auto settlement disabled successfully";
    public static final String TRANSACTIONS_RETRIEVED = "transactions retrieved successfully";
    public static final String TRANSACTION_RETRIEVED = "transaction retrieved successfully";
    public static final String MOCK_TRADE_QUEUED = "mock trade queued";
    public static final String BANK_ADDED = "bank added";
    public static final String BANK_DELETED = "bank deleted";
    public static final String ADDRESS_SAVED = "withdrawal address added";
    public static final String ADDRESS_DELETED = "withdrawal address deleted";
    public static final String CONVERTED = "conversion successful";
    public static final String MARKUP_UPDATED = "markup percent updated successfully";
    public static final String WITHDRAWAL_RECEIVED = "withdrawal request received";
    public static final String RESEND_ATTEMPTED = "webhook resend attempted";
    public static final String REPLAY_QUEUED = "webhook replay queued";
    /// The list of webhook events says nothing.
    public static final String NONE = "";

    private Message() {}
}
