package dev.offramp.reports;

import dev.offramp.ledger.Account;
import dev.offramp.ledger.AccountKind;
import dev.offramp.ledger.Line;
import dev.offramp.money.Money;
import dev.offramp.tenancy.Tenant;
import java.math.BigDecimal;
import java.util.Optional;

/// A ledger line with what it was worth.
///
/// @param decimals of the smallest unit the line is counted in
/// @param value in a bank currency; empty where nobody knows
public record ReportLine(Line line, LineKind kind, int decimals, Optional<Money> value) {

    /// In whole coins or currency units.
    public BigDecimal amount() {
        return line.posting().amount().decimal(decimals);
    }

    /// What it changes in a balance of the tenant; zero for lines between the platform's own accounts.
    public BigDecimal change(Tenant tenant) {
        if (isBalance(line.posting().to(), tenant)) {
            return amount();
        }
        return isBalance(line.posting().from(), tenant) ? amount().negate() : BigDecimal.ZERO;
    }

    private static boolean isBalance(Account account, Tenant tenant) {
        return account.kind() == AccountKind.TENANT
                && account.environment() == tenant.environment()
                && account.owner().equals(Optional.of(tenant.integration()));
    }
}
