package dev.offramp.http.asset;

import dev.offramp.assets.Asset;
import dev.offramp.db.Transaction;
import dev.offramp.money.Fiat;
import dev.offramp.rates.RateBoard;
import dev.offramp.rates.Rates;
import dev.offramp.tenancy.Tenancy;
import dev.offramp.tenancy.Tenant;
import dev.offramp.tenancy.TenantSettings;
import java.math.BigDecimal;
import java.util.Optional;

/// What one tenant gets for its coins at one moment.
record SellRates(RateBoard board, TenantSettings settings) {

    static SellRates read(Transaction tx, Tenant tenant, Rates rates, Tenancy tenancy) {
        return new SellRates(rates.board(tx, tenant.environment()), tenancy.settings(tx, tenant));
    }

    /// Local units for each dollar of `asset`; empty while the rate or the asset's price is unknown.
    Optional<BigDecimal> of(Asset asset, Fiat currency) {
        return board.price(asset)
                .flatMap(price -> board.sellRate(currency, settings.markup()))
                .map(quote -> quote.rate().value());
    }

    Optional<BigDecimal> local(BigDecimal usd, Fiat currency) {
        return board.local(usd, currency, settings.markup());
    }

    Optional<BigDecimal> coins(BigDecimal usd, Asset asset) {
        return board.coins(usd, asset);
    }

    /// The local currency that is meant when none is named.
    Fiat localCurrency() {
        return settings.receiveCurrency() == Fiat.GHS ? Fiat.GHS : Fiat.NGN;
    }
}
