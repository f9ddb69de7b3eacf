package dev.offramp.reports;

import dev.offramp.ledger.Account;
import dev.offramp.money.Fiat;
import dev.offramp.money.Money;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;

/// A month of a tenant's accounts, by days of UTC.
///
/// @param fees what the platform took less what it gave back, per currency; of deposits they never were in the balance
public record Statement(YearMonth month, List<Sheet> sheets, Map<Fiat, Money> fees) {

    /// One account: a balance, or what the tenant owes (which is negative).
    ///
    /// @param opening what was booked before the month
    /// @param closing what was booked until its end; part of it may be held for what is under way
    public record Sheet(Account account, Money opening, List<Group> groups, Money closing) {}

    /// All lines of one kind and direction.
    ///
    /// @param isIncoming into the account; else out of it
    /// @param amount above zero either way
    public record Group(LineKind kind, boolean isIncoming, long count, Money amount) {}
}
