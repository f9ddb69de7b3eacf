package dev.offramp.gates;

import dev.offramp.tenancy.Tenant;

/// What at most one request at a time may carry. `toString` does not show the client's text.
///
/// @param value 1 to 255 characters
public record GateName(Tenant tenant, Kind kind, String value) {

    /// Names of two kinds have nothing to do with each other.
    public enum Kind {
        IDEMPOTENCY_KEY("idempotency-key"),
        EXTERNAL_ID("external-id");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        String code() {
            return code;
        }
    }

    @Override
    public String toString() {
        return kind.code();
    }
}
