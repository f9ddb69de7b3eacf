package dev.offramp.settlement;

import dev.offramp.deposits.DepositSnapshot;
import dev.offramp.money.Fiat;
import dev.offramp.money.Money;
import dev.offramp.money.Rounding;
import dev.offramp.tenancy.Tenant;
import java.math.BigDecimal;
import java.math.RoundingMode;

/// A deposit right after it was credited.
public record Credited(Tenant tenant, DepositSnapshot deposit) {

    /// What a settlement of it pays out: the net amount; of naira, whole ones.
    Money amountToSettle() {
        Fiat currency = deposit.currency();
        BigDecimal amount = currency == Fiat.NGN ? deposit.amount().setScale(0, RoundingMode.DOWN) : deposit.amount();
        return currency.money(amount, Rounding.DOWN);
    }
}
