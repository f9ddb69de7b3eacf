package dev.offramp.secrets;

/// What a derived key is for. The text goes into the derivation and is therefore never changed.
public enum Purpose {
    API_SECRET("api-secret"),
    PIN("pin"),
    WEBHOOK_SECRET("webhook-secret"),
    SANDBOX_SEED("sandbox-seed"),
    IDEMPOTENCY("idempotency"),
    TRAIL("trail"),
    SESSION("session"),
    SIGN_IN_STEP("sign-in-step"),
    DEVICE("device"),
    SIGN_IN_BUDGET("sign-in-budget"),
    TOTP_SECRET("totp-secret"),
    RECOVERY_CODE("recovery-code"),
    PASSKEY_CHALLENGE("passkey-challenge"),
    INVITATION("invitation"),
    PASSWORD_RESET("password-reset"),
    ADDRESS_CHANGE("address-change"),
    ACCOUNT("account"),
    ACCOUNT_HASH("account-hash"),
    FACT("fact"),
    WEBHOOK_BODY("webhook-body"),
    KEPT_ANSWER("kept-answer"),
    LETTER("letter"),
    FINGERPRINT("fingerprint"),
    STATUS("status");

    private final String text;

    Purpose(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }
}
