package dev.offramp.conversions;

import dev.offramp.db.ObjectIds;
import dev.offramp.db.Transaction;
import dev.offramp.ledger.Account;
import dev.offramp.ledger.AccountKind;
import dev.offramp.ledger.Cause;
import dev.offramp.ledger.Entry;
import dev.offramp.ledger.Ledger;
import dev.offramp.ledger.Outcome;
import dev.offramp.ledger.Posting;
import dev.offramp.money.Fiat;
import dev.offramp.money.Money;
import dev.offramp.money.Rounding;
import dev.offramp.rates.Quote;
import dev.offramp.rates.RateBoard;
import dev.offramp.rates.Rates;
import dev.offramp.tenancy.Tenant;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Converts between a tenant's balances. The balances stay locked until the caller's transaction ends, so call it late.
public final class Conversions {

    private static final String PURPOSE = "conversion";

    private final InstantSource clock;
    private final ObjectIds ids;
    private final Rates rates;
    private final Ledger ledger;
    private final ConversionStore store = new ConversionStore();

    private Conversions(InstantSource clock, ObjectIds ids, Rates rates, Ledger ledger) {
        this.clock = clock;
        this.ids = ids;
        this.rates = rates;
        this.ledger = ledger;
    }

    public static Conversions create(InstantSource clock, ObjectIds ids, Rates rates, Ledger ledger) {
        return new Conversions(clock, ids, rates, ledger);
    }

    /// Sells dollars: `usd × sell rate`, down to 2 decimals.
    ///
    /// @param usd with at most 2 decimals
    /// @param to naira or cedis
    public ConversionOutcome sellDollars(Transaction tx, Tenant tenant, BigDecimal usd, Fiat to) {
        return board(tx, tenant)
                .sellRate(to)
                .map(quote -> {
                    Money bought = to.money(quote.rate().times(usd), Rounding.DOWN);
                    return convert(tx, tenant, Fiat.USD, usd, to, bought, quote);
                })
                .orElseGet(ConversionOutcome.RateUnavailable::new);
    }

    /// What [#sellDollars] would come to now; empty while nobody knows the rate.
    public Optional<Money> worth(Transaction tx, Tenant tenant, BigDecimal usd, Fiat to) {
        return board(tx, tenant).sellRate(to).map(quote -> to.money(quote.rate().times(usd), Rounding.DOWN));
    }

    /// Buys dollars: `amount ÷ buy rate`, down to 2 decimals.
    ///
    /// @param amount with at most 2 decimals
    /// @param from naira or cedis
    public ConversionOutcome buyDollars(Transaction tx, Tenant tenant, BigDecimal amount, Fiat from) {
        return board(tx, tenant)
                .buyRate(from)
                .map(quote -> convert(tx, tenant, from, amount, Fiat.USD, dollars(amount, quote), quote))
                .orElseGet(ConversionOutcome.RateUnavailable::new);
    }

    /// What [#buyDollars] would come to now; empty while nobody knows the rate.
    public Optional<Money> dollarsFor(Transaction tx, Tenant tenant, BigDecimal amount, Fiat from) {
        return board(tx, tenant).buyRate(from).map(quote -> dollars(amount, quote));
    }

    private static Money dollars(BigDecimal amount, Quote quote) {
        BigDecimal usd = amount.divide(quote.rate().value(), Fiat.SCALE, RoundingMode.DOWN);
        return Fiat.USD.money(usd, Rounding.DOWN);
    }

    private RateBoard board(Transaction tx, Tenant tenant) {
        return rates.board(tx, tenant.environment());
    }

    private ConversionOutcome convert(
            Transaction tx, Tenant tenant, Fiat from, BigDecimal amount, Fiat to, Money bought, Quote quote) {
        if (!bought.isPositive()) {
            return new ConversionOutcome.TooLittle();
        }
        Money sold = Money.exactly(from.asset(), Fiat.SCALE, amount);
        Conversion conversion = new Conversion(ids.next(), tenant, from, sold, to, bought, quote, clock.instant());
        return switch (ledger.enter(tx, List.of(booked(conversion))).getFirst()) {
            case Outcome.Entered() -> {
                store.insert(tx, conversion);
                yield new ConversionOutcome.Converted(bought);
            }
            case Outcome.InsufficientFunds _ -> new ConversionOutcome.InsufficientFunds();
        };
    }

    private static Entry booked(Conversion conversion) {
        Tenant tenant = conversion.tenant();
        return new Entry.Post(
                new Cause(PURPOSE, conversion.id()),
                List.of(
                        new Posting(
                                Account.tenant(tenant, conversion.from()),
                                liquidity(tenant, conversion.from()),
                                conversion.sold()),
                        new Posting(
                                liquidity(tenant, conversion.to()),
                                Account.tenant(tenant, conversion.to()),
                                conversion.bought())));
    }

    private static Account liquidity(Tenant tenant, Fiat currency) {
        return Account.system(AccountKind.LIQUIDITY, tenant.environment(), currency.asset());
    }
}
