package dev.offramp.figures;

import dev.offramp.money.Fiat;
import dev.offramp.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;

/// What happened on one day in one currency.
///
/// @param day of UTC
/// @param count how often
/// @param amount in `currency`
/// @param fees the platform's part, in `currency`: taken, or given back where something was undone
/// @param usd gross dollar value of deposits and dollars of withdrawals; zero for payouts
public record Figure(
        LocalDate day, Happening happening, Fiat currency, long count, Money amount, Money fees, BigDecimal usd) {}
