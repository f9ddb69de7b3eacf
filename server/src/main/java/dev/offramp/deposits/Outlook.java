package dev.offramp.deposits;

import dev.offramp.money.Fiat;
import java.math.BigDecimal;
import java.util.Optional;

/// What a deposit that has no terms yet would be credited in now. Nothing is promised by it.
///
/// @param currency of its target, else the tenant's receive currency
/// @param usd gross dollar value; empty while there is no price
public record Outlook(Fiat currency, Optional<BigDecimal> usd) {}
