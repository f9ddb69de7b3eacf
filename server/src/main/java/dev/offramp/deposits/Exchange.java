package dev.offramp.deposits;

import dev.offramp.money.Percent;
import dev.offramp.money.Rate;
import dev.offramp.rates.Quote;

/// The exchange rate a deposit is credited at.
///
/// @param local local units per dollar after spread and markup, rounded down
/// @param beforeMarkup the same before the markup, rounded down
record Exchange(Quote local, Rate beforeMarkup, Percent markup) {}
