/// What coins and currencies are worth.
///
/// Owns the rates of both environments, behind the port [RateSource][dev.offramp.rates.RateSource]: **fixed** ones in
/// development, in production those the operator set by hand (**manual**), each with an expiry and kept for ever; and
/// the operator's **spreads**. Its entry is [Rates][dev.offramp.rates.Rates].
///
/// Words: a **pair** is a coin in dollars or the dollar in a local currency; a **quote** is a rate with its source and
/// time; the **board** is all quotes of an environment at one moment; the **mid** rate is the market's, the **sell
/// rate** what is left of it after the operator's spread and the business's markup.
///
/// Invariants: there is no rate in place of a missing one; expired is missing, and the last rate set counts even
/// when an older one would still run. A sell rate is rounded down before it is used. Every quote names its source.
/// Odd rates (not above zero, absurd precision or size) are refused, and a jump of more than a fifth unless forced.
///
/// Writes no facts.
@NullMarked
package dev.offramp.rates;

import org.jspecify.annotations.NullMarked;
