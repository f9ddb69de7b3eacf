package dev.offramp.wire.withdrawal;

import java.math.BigDecimal;
import java.util.Optional;

/// Where a withdrawal goes and what it costs.
public record WithdrawalMetaJson(
        Optional<String> bankId, Optional<String> accountNumber, BigDecimal fee, boolean autoSettlement) {

    @Override
    public String toString() {
        return "WithdrawalMetaJson";
    }
}
