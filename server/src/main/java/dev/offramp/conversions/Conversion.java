package dev.offramp.conversions;

import dev.offramp.db.ObjectId;
import dev.offramp.money.Fiat;
import dev.offramp.money.Money;
import dev.offramp.rates.Quote;
import dev.offramp.tenancy.Tenant;
import java.time.Instant;

/// What was converted into what.
///
/// @param sold taken from the balance in `from`
/// @param bought added to the balance in `to`
/// @param rate local units per dollar, rounded against the tenant
record Conversion(ObjectId id, Tenant tenant, Fiat from, Money sold, Fiat to, Money bought, Quote rate, Instant at) {}
