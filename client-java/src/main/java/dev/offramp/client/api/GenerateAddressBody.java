// Generated from openapi.json by GeneratedTest; changes here are lost.
package dev.offramp.client.api;

import java.util.Optional;

/**
 * What `generateAddress` takes.
 */
public record GenerateAddressBody(
        String label,
        Optional<String> bankId,
        Optional<String> accountNumber,
        Optional<String> narration,
        Optional<Boolean> autoSettlement) {

    /** With what must be there. */
    public static GenerateAddressBody of(String label) {
        return new GenerateAddressBody(label, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    public GenerateAddressBody withBankId(String bankId) {
        return new GenerateAddressBody(label, Optional.of(bankId), accountNumber, narration, autoSettlement);
    }

    public GenerateAddressBody withAccountNumber(String accountNumber) {
        return new GenerateAddressBody(label, bankId, Optional.of(accountNumber), narration, autoSettlement);
    }

    public GenerateAddressBody withNarration(String narration) {
        return new GenerateAddressBody(label, bankId, accountNumber, Optional.of(narration), autoSettlement);
    }

    public GenerateAddressBody withAutoSettlement(boolean autoSettlement) {
        return new GenerateAddressBody(label, bankId, accountNumber, narration, Optional.of(autoSettlement));
    }
}
