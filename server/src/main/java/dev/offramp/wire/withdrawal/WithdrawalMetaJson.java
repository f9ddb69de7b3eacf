package dev.offramp.wire.withdrawal;

import dev.offramp.wire.Key;
import dev.offramp.wire.Notation;
import java.math.BigDecimal;
import java.util.Optional;

/// Where a withdrawal goes and what it costs.
public record WithdrawalMetaJson(
        @Key(value = "Bank withdrawals only: the bank's id in the bank list.", as = Notation.NUMERAL)
        Optional<String> bankId,

        @Key("Bank withdrawals only.") Optional<String> accountNumber,
        @Key("In the withdrawal's currency.") BigDecimal fee,
        @Key("Whether a deposit was settled by it.") boolean autoSettlement) {

    @Override
    public String toString() {
        return "WithdrawalMetaJson";
    }
}
