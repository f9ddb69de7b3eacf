package dev.offramp.client;

/** Where a request counts. Nothing is shared between the two but the business. */
public enum Environment {
    DEVELOPMENT("development"),
    PRODUCTION("production");

    private final String code;

    Environment(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }
}
