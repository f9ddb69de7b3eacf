package dev.offramp.rates;

import dev.offramp.assets.Assets;
import dev.offramp.db.Database;
import dev.offramp.db.Transaction;
import dev.offramp.money.Fiat;
import dev.offramp.money.Percent;
import dev.offramp.money.Rate;
import dev.offramp.tenancy.Environment;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What coins and currencies are worth.
public final class Rates {

    private static final Duration VALIDITY_MIN = Duration.ofSeconds(1);
    private static final Duration VALIDITY_MAX = Duration.ofDays(31);
    private static final BigDecimal SPREAD_MAX = BigDecimal.valueOf(20);
    private static final int SPREAD_DECIMALS = 4;

    private final Database db;
    private final InstantSource clock;
    private final Assets assets;
    private final RateStore store = new RateStore();
    private final Map<Environment, RateSource> sources =
            Map.of(Environment.DEVELOPMENT, new FixedRates(), Environment.PRODUCTION, new ManualRates(store));

    private Rates(Database db, InstantSource clock, Assets assets) {
        this.db = db;
        this.clock = clock;
        this.assets = assets;
    }

    public static Rates create(Database db, InstantSource clock, Assets assets) {
        return new Rates(db, clock, assets);
    }

    /// All rates of an environment as they are now.
    public RateBoard board(Transaction tx, Environment environment) {
        Instant now = clock.instant();
        return new RateBoard(
                environment, now, sources.get(environment).quotes(tx, now), store.spreads(tx, environment));
    }

    /// Sets a rate of production by hand, from now on for `validFor`. What was set before is history.
    ///
    /// @param by who sets it, in words for people
    /// @param force also when it is more than a fifth away from the last one
    public RateSetting set(Transaction tx, Pair pair, BigDecimal rate, Duration validFor, String by, boolean force) {
        if (!pair.isOfDollar() && !assets.symbols().contains(pair.base())) {
            return new RateSetting.UnknownPair(pair);
        }
        Optional<String> oddity = RateLimits.oddity(pair, rate);
        if (oddity.isPresent()) {
            return new RateSetting.OddRate(oddity.get());
        }
        if (validFor.compareTo(VALIDITY_MIN) < 0 || validFor.compareTo(VALIDITY_MAX) > 0) {
            return new RateSetting.OddValidity(VALIDITY_MIN, VALIDITY_MAX);
        }
        // The database keeps microseconds.
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        ManualRate wanted =
                new ManualRate(pair, new Rate(rate), now, now.plus(validFor), by, Optional.empty(), Optional.empty());
        return set(tx, wanted, force);
    }

    /// [#set(Transaction, Pair, BigDecimal, Duration, String, boolean)] in a transaction of its own.
    public RateSetting set(Pair pair, BigDecimal rate, Duration validFor, String by, boolean force) {
        return db.transact(tx -> set(tx, pair, rate, validFor, by, force));
    }

    private RateSetting set(Transaction tx, ManualRate wanted, boolean force) {
        store.lock(tx);
        Optional<ManualRate> last = last(tx, wanted.pair());
        if (!force && last.isPresent() && isFar(wanted, last.get())) {
            return new RateSetting.FarFromLast(last.get());
        }
        store.set(tx, wanted);
        return new RateSetting.RateSet(wanted);
    }

    private static boolean isFar(ManualRate wanted, ManualRate last) {
        return RateLimits.isFar(wanted.rate().value(), last.rate().value());
    }

    /// Withdraws the rate of production that holds for a pair: from now on it has none.
    ///
    /// @param by who withdraws it, in words for people
    public RateWithdrawal withdraw(Transaction tx, Pair pair, String by) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        store.lock(tx);
        Optional<ManualRate> holding = last(tx, pair).filter(rate -> rate.holdsAt(now));
        holding.ifPresent(_ -> store.withdraw(tx, pair, new ManualRate.Withdrawal(by, now)));
        return holding.<RateWithdrawal>map(RateWithdrawal.Withdrawn::new).orElseGet(RateWithdrawal.NoRateHolds::new);
    }

    /// How the rates of all pairs stand that conversions in an environment may need: the dollar in each currency first,
    /// then the coins of the catalogue, by symbol.
    public List<QuotedPair> quotedPairs(Transaction tx, Environment environment) {
        Map<Pair, QuotedPair.Standing> known = sources.get(environment).standings(tx, clock.instant());
        List<Pair> pairs = new ArrayList<>(List.of(Pair.dollarIn(Fiat.NGN), Pair.dollarIn(Fiat.GHS)));
        assets.symbols().stream().sorted().map(Pair::price).forEach(pairs::add);
        return pairs.stream()
                .map(pair -> new QuotedPair(pair, known.getOrDefault(pair, new QuotedPair.Standing.Missing())))
                .toList();
    }

    /// The last manual rate of each pair, expired or not.
    public List<ManualRate> manualRates() {
        return db.transact(store::last);
    }

    /// The last manual rate of a pair, expired or not.
    public Optional<ManualRate> last(Transaction tx, Pair pair) {
        return store.last(tx).stream().filter(rate -> rate.pair().equals(pair)).findFirst();
    }

    /// All manual rates a pair ever had, newest first.
    public List<ManualRate> history(Pair pair) {
        return db.transact(tx -> history(tx, pair));
    }

    /// [#history(Pair)] in the caller's transaction.
    public List<ManualRate> history(Transaction tx, Pair pair) {
        return store.history(tx, pair);
    }

    /// What the operator keeps of the currencies' mid-market rates; nothing of those that are left out.
    public Map<Fiat, Percent> spreads(Transaction tx, Environment environment) {
        return store.spreads(tx, environment);
    }

    /// Sets what the operator keeps of a currency's mid-market rate.
    public SpreadSetting setSpread(Transaction tx, Environment environment, Fiat currency, BigDecimal percent) {
        if (currency == Fiat.USD) {
            return new SpreadSetting.NoSpreadOnDollars();
        }
        boolean odd = percent.signum() < 0
                || percent.compareTo(SPREAD_MAX) > 0
                || percent.stripTrailingZeros().scale() > SPREAD_DECIMALS;
        if (odd) {
            return new SpreadSetting.OddSpread();
        }
        Percent spread = new Percent(percent.setScale(SPREAD_DECIMALS));
        store.setSpread(tx, environment, currency, spread);
        return new SpreadSetting.SpreadSet(spread);
    }

    /// [#setSpread(Transaction, Environment, Fiat, BigDecimal)] in a transaction of its own.
    public SpreadSetting setSpread(Environment environment, Fiat currency, BigDecimal percent) {
        return db.transact(tx -> setSpread(tx, environment, currency, percent));
    }
}
