// Generated from openapi.json by GeneratedTest; changes here are lost.
package dev.offramp.client.api;

import java.util.Optional;

/**
 * What `linkBank` takes.
 */
public record LinkBankBody(
        String id,
        String accountNumber,
        Optional<String> narration,
        Optional<Boolean> autoSettlement) {

    /** With what must be there. */
    public static LinkBankBody of(String id, String accountNumber) {
        return new LinkBankBody(id, accountNumber, Optional.empty(), Optional.empty());
    }

    public LinkBankBody withNarration(String narration) {
        return new LinkBankBody(id, accountNumber, Optional.of(narration), autoSettlement);
    }

    public LinkBankBody withAutoSettlement(boolean autoSettlement) {
        return new LinkBankBody(id, accountNumber, narration, Optional.of(autoSettlement));
    }
}
