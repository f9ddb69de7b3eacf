package dev.offramp.rates;

import dev.offramp.assets.Asset;
import dev.offramp.money.Fiat;
import dev.offramp.money.Percent;
import dev.offramp.money.Rate;
import dev.offramp.money.Rounding;
import dev.offramp.tenancy.Environment;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// All prices and rates of one environment at one moment. Read once per batch; everything here is arithmetic.
///
/// What is not known is empty: then the caller waits or refuses, and never puts another number in its place.
///
/// @param spreads what the operator keeps of a currency's mid-market rate; nothing where there is none
public record RateBoard(Environment environment, Instant readAt, Map<Pair, Quote> quotes, Map<Fiat, Percent> spreads) {

    private static final String PAR = "par";

    public RateBoard {
        quotes = Map.copyOf(quotes);
        spreads = Map.copyOf(spreads);
    }

    /// Dollars per coin.
    public Optional<Quote> price(Asset asset) {
        if (asset.environment() != environment) {
            throw new IllegalArgumentException(asset.code() + " is not of " + environment.code());
        }
        return Optional.ofNullable(quotes.get(Pair.price(asset.symbol())));
    }

    /// What one unit of a coin costs in a currency on the market: its price, exactly times the mid-market rate.
    public Optional<Quote> market(String symbol, Fiat currency) {
        return Optional.ofNullable(quotes.get(Pair.price(symbol)))
                .flatMap(price -> mid(currency)
                        .map(mid -> price.with(
                                new Rate(price.rate().times(mid.rate().value())))));
    }

    /// Local units per dollar, mid-market: before spread and markup.
    public Optional<Quote> mid(Fiat currency) {
        return currency == Fiat.USD
                ? Optional.of(new Quote(Rate.ONE, PAR, readAt))
                : Optional.ofNullable(quotes.get(Pair.dollarIn(currency)));
    }

    /// Local units paid per dollar: mid-market less the operator's spread, less the business's markup, rounded down to
    /// [#decimals] before it is used. Dollars are paid at par, without either.
    ///
    /// @param markup of the business; zero gives the rate before markup
    public Optional<Quote> sellRate(Fiat currency, Percent markup) {
        if (currency == Fiat.USD) {
            return mid(currency);
        }
        Percent spread = spreads.getOrDefault(currency, Percent.ZERO);
        return mid(currency)
                .map(quote ->
                        quote.with(quote.rate().less(spread).less(markup).rounded(decimals(currency), Rounding.DOWN)));
    }

    /// [#sellRate(Fiat, Percent)] of a business that has no part in it.
    public Optional<Quote> sellRate(Fiat currency) {
        return sellRate(currency, Percent.ZERO);
    }

    /// Local units taken per dollar: mid-market and the operator's spread on top, rounded up to [#decimals].
    public Optional<Quote> buyRate(Fiat currency) {
        if (currency == Fiat.USD) {
            return mid(currency);
        }
        Percent spread = spreads.getOrDefault(currency, Percent.ZERO);
        return mid(currency)
                .map(quote -> quote.with(quote.rate().plus(spread).rounded(decimals(currency), Rounding.UP)));
    }

    /// How many decimals a rate of this currency has.
    public static int decimals(Fiat currency) {
        return switch (currency) {
            case USD -> 0;
            case NGN -> 2;
            case GHS -> 4;
        };
    }

    /// What `usd` dollars come to in a currency, fees aside, down to its 2 decimals.
    public Optional<BigDecimal> local(BigDecimal usd, Fiat currency, Percent markup) {
        return sellRate(currency, markup)
                .map(quote -> quote.rate().times(usd).setScale(Fiat.SCALE, Rounding.DOWN.mode()));
    }

    /// How many coins are worth `usd` dollars, down to the asset's decimals.
    public Optional<BigDecimal> coins(BigDecimal usd, Asset asset) {
        RoundingMode down = Rounding.DOWN.mode();
        return price(asset).map(quote -> usd.divide(quote.rate().value(), asset.decimals(), down));
    }
}
