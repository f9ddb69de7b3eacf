package dev.offramp.wire;

import java.util.Set;

/// Every way to be refused, with its status and its text: the one table between outcomes and the wire.
public enum Refusal {
    UNKNOWN_ROUTE(404, "Sorry, requested URL %s %s not found!"),
    MALFORMED(400, "malformed request"),
    HTTP_VERSION(400, "HTTP/1.1 is required"),

    HTTPS_REQUIRED(403, "HTTPS is required"),
    CREDENTIALS_MISSING(401, "x-app-id and x-app-secret are required"),
    CREDENTIALS_INVALID(401, "invalid credentials"),
    ENVIRONMENT_UNKNOWN(401, "X-Breet-Env must be development, sandbox or production"),
    PRODUCTION_OFF(403, "production is not enabled"),
    INTEGRATION_INACTIVE(403, "integration is not active"),
    ACCESS_FORBIDDEN(403, "access is forbidden"),

    INVALID_ID(400, "you have entered an invalid _id"),
    BODY_LATE(408, "request body did not arrive in time"),
    BODY_TOO_LARGE(413, "request body is larger than 64 KiB"),
    MEDIA_TYPE_UNSUPPORTED(415, "Content-Type must be application/json"),
    CONTENT_ENCODING_UNSUPPORTED(415, "Content-Encoding is not supported"),
    INVALID_INPUT(422, "validation errors"),

    ASSET_NOT_FOUND(404, "asset not found"),
    WALLET_NOT_FOUND(404, "wallet not found"),
    TRANSACTION_NOT_FOUND(404, "transaction not found"),
    WITHDRAWAL_NOT_FOUND(404, "withdrawal not found"),
    BANK_NOT_FOUND(404, "bank not found"),
    SAVED_ADDRESS_NOT_FOUND(404, "withdrawal address not found"),
    WEBHOOK_EVENT_NOT_FOUND(404, "webhook event not found"),

    LABEL_TAKEN(400, "%s for %s already exists in your wallets"),
    ASSET_INACTIVE(400, "%s is not available at the moment"),
    NETWORK_NOT_CONFIGURED(400, "%s cannot be received: the network %s is not configured on this server"),
    RATE_UNAVAILABLE(400, "rate is not available"),
    WALLET_WITHOUT_BANK(400, "wallet does not have a bank"),
    BANK_ACCOUNT_EXISTS(400, "bank account already exists"),
    SAVED_ADDRESS_EXISTS(400, "withdrawal address already exists"),
    ACCOUNT_NAME_UNRESOLVED(400, "account name could not be resolved"),
    PAYOUTS_UNAVAILABLE(400, "bank payouts in %s are not available in this environment"),
    PIN_UNSET(400, "transaction pin is not set"),
    PIN_WRONG(403, "invalid pin"),
    ACCOUNT_FROZEN(403, "account is frozen"),
    EXTERNAL_ID_USED(409, "externalId already used"),
    AMOUNT_TOO_SMALL(400, "amount must be at least %s"),
    AMOUNT_TOO_LARGE(400, "amount must be at most %s"),
    AMOUNT_CONVERTS_TO_NOTHING(400, "amount is too small to be converted"),
    AMOUNT_OUTSIDE_LIMITS(400, "amount must be between %s and %s"),
    WITHDRAWAL_DUPLICATE(400, "duplicate withdrawal, wait a minute or use another amount"),
    WITHDRAWALS_UNAVAILABLE(400, "withdrawals of coins on %s are not available in this environment"),
    BALANCE_INSUFFICIENT(403, "insufficient balance"),
    TX_HASH_EXISTS(400, "txHash already exists"),
    REFERENCE_EXISTS(400, "reference already exists"),

    KEY_REUSED(409, "idempotency key reused with another request"),
    KEY_IN_PROGRESS(409, "request with this key is in progress"),
    TOO_MANY_REQUESTS(429, "too many requests, please try again later"),
    SERVER_ERROR(500, "something went wrong, please try again later"),
    UNAVAILABLE(503, "service unavailable");

    private static final Set<Integer> DECIDED = Set.of(400, 403, 404, 409);

    private final int status;
    private final String text;

    Refusal(int status, String text) {
        this.status = status;
        this.text = text;
    }

    public int status() {
        return status;
    }

    /// The text, with its places filled in order.
    public String text(Object... places) {
        return places.length == 0 ? text : text.formatted(places);
    }

    /// The whole body of the answer.
    public byte[] body(Object... places) {
        return Json.bytes(isShort() ? ErrorJson.brief(text(places)) : ErrorJson.of(text(places)));
    }

    /// Whether it is what the business decided, so that a repetition with the same idempotency key gets it again. The
    /// others say nothing of the business, or are about a PIN: a repetition is tried anew.
    public boolean isDecision() {
        return switch (this) {
            case PIN_UNSET, PIN_WRONG, ACCOUNT_FROZEN, ACCESS_FORBIDDEN, UNKNOWN_ROUTE -> false;
            default -> DECIDED.contains(status);
        };
    }

    /// Whether its answer says no more than its text: the two documented exceptions.
    public boolean isShort() {
        return this == TOO_MANY_REQUESTS || this == SERVER_ERROR;
    }
}
