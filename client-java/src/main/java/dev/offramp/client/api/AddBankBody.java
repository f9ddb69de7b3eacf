// Generated from openapi.json by GeneratedTest; changes here are lost.
package dev.offramp.client.api;

import java.util.Optional;

/**
 * What `addBank` takes.
 *
 * @param currency In any case.
 */
public record AddBankBody(
        String id,
        String accountNumber,
        Optional<String> narration,
        Optional<String> currency) {

    /** With what must be there. */
    public static AddBankBody of(String id, String accountNumber) {
        return new AddBankBody(id, accountNumber, Optional.empty(), Optional.empty());
    }

    public AddBankBody withNarration(String narration) {
        return new AddBankBody(id, accountNumber, Optional.of(narration), currency);
    }

    public AddBankBody withCurrency(String currency) {
        return new AddBankBody(id, accountNumber, narration, Optional.of(currency));
    }
}
