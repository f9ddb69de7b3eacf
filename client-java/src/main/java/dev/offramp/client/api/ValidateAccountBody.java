// Generated from openapi.json by GeneratedTest; changes here are lost.
package dev.offramp.client.api;

import java.util.Optional;

/**
 * What `validateAccount` takes.
 *
 * @param currency In any case.
 */
public record ValidateAccountBody(
        String id,
        String accountNumber,
        Optional<String> currency) {

    /** With what must be there. */
    public static ValidateAccountBody of(String id, String accountNumber) {
        return new ValidateAccountBody(id, accountNumber, Optional.empty());
    }

    public ValidateAccountBody withCurrency(String currency) {
        return new ValidateAccountBody(id, accountNumber, Optional.of(currency));
    }
}
