package dev.offramp.http.asset;

import dev.offramp.assets.Asset;
import dev.offramp.db.Transaction;
import dev.offramp.money.Fiat;
import dev.offramp.rates.Quote;
import dev.offramp.rates.RateBoard;
import dev.offramp.rates.Rates;
import dev.offramp.tenancy.Tenancy;
import dev.offramp.tenancy.Tenant;
import dev.offramp.tenancy.TenantSettings;
import dev.offramp.wire.asset.RateJson;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

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

    Optional<Quote> priceOf(Asset asset) {
        return board.price(asset);
    }

    RateJson json(Asset asset) {
        return new RateJson(of(asset, Fiat.NGN), of(asset, Fiat.GHS));
    }

    /// When the youngest of a price and the local rates was made; empty while no local rate is known.
    Optional<Instant> updatedAt(Quote price) {
        return Stream.of(Fiat.NGN, Fiat.GHS)
                .flatMap(currency -> board.mid(currency).stream())
                .map(Quote::at)
                .max(Comparator.naturalOrder())
                .map(rated -> rated.isAfter(price.at()) ? rated : price.at());
    }

    Optional<BigDecimal> local(BigDecimal usd, Fiat currency) {
        return board.local(usd, currency, settings.markup());
    }

    Optional<BigDecimal> coins(BigDecimal usd, Asset asset) {
        return board.coins(usd, asset);
    }

    /// The local currency that is meant when none is named.
    Fiat localCurrency() {
        return settings.localCurrency();
    }
}
