package dev.offramp.people;

/// What an authenticator app must know. It counts once a code of it has come back. `toString` hides it.
///
/// @param secret base 32, for typing
/// @param uri `otpauth://totp/…`, for a QR code
public record TotpOffer(String secret, String uri) {

    @Override
    public String toString() {
        return "TotpOffer[***]";
    }
}
