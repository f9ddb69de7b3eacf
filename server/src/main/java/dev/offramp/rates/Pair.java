package dev.offramp.rates;

import dev.offramp.money.Fiat;
import java.util.Locale;
import java.util.Optional;

/// What is priced in what: a coin in dollars (`ETH USD`), or the dollar in a local currency (`USD NGN`). A rate of the
/// pair is how many `quote` one `base` is worth.
///
/// @param base an asset's symbol, the same on all networks, or `USD`
public record Pair(String base, Fiat quote) {

    public Pair {
        if (!isPair(base, quote)) {
            throw new IllegalArgumentException(
                    "not a coin in dollars or the dollar in a currency: " + base + " " + quote);
        }
    }

    /// Dollars per coin.
    static Pair price(String symbol) {
        return new Pair(symbol, Fiat.USD);
    }

    /// Local units per dollar.
    static Pair dollarIn(Fiat currency) {
        return new Pair(Fiat.USD.name(), currency);
    }

    /// Reads a pair without regard to case; empty for what cannot be one. Whether there is such a coin is the
    /// catalogue's matter.
    public static Optional<Pair> parse(String base, String quote) {
        String upper = base.toUpperCase(Locale.ROOT);
        return Fiat.parse(quote).filter(fiat -> isPair(upper, fiat)).map(fiat -> new Pair(upper, fiat));
    }

    private static boolean isPair(String base, Fiat quote) {
        return quote == Fiat.USD ? Fiat.parse(base).isEmpty() : base.equals(Fiat.USD.name());
    }

    /// Whether it prices the dollar in a local currency, rather than a coin in dollars.
    public boolean isOfDollar() {
        return quote != Fiat.USD;
    }

    @Override
    public String toString() {
        return base + " " + quote;
    }
}
