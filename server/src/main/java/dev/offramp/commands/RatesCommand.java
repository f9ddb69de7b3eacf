package dev.offramp.commands;

import dev.offramp.app.Platform;
import dev.offramp.money.Fiat;
import dev.offramp.rates.ManualRate;
import dev.offramp.rates.Pair;
import dev.offramp.rates.RateBoard;
import dev.offramp.rates.RateSetting;
import dev.offramp.rates.RateWithdrawal;
import dev.offramp.rates.SpreadSetting;
import dev.offramp.tenancy.Environment;
import dev.offramp.trail.Action;
import dev.offramp.trail.Details;
import dev.offramp.trail.Subject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `rates`: what coins and currencies are worth. Production's are set by hand until there is a feed.
@Command(
        name = "rates",
        description = "Rates: those of production are set here, the sandbox's are fixed.",
        synopsisSubcommandLabel = "COMMAND")
final class RatesCommand {

    private final Desk desk;

    RatesCommand(Desk desk) {
        this.desk = desk;
    }

    private record Shown(String pair, BigDecimal rate, String source, Instant setAt) {}

    private record Manual(
            String pair, BigDecimal rate, String setBy, Instant setAt, Instant expiresAt, boolean holds) {}

    /// @param rate that held until now
    private record Withdrawn(String pair, BigDecimal rate, String setBy) {}

    private record Spread(String environment, String currency, BigDecimal spreadPercent) {}

    @Command(
            name = "set",
            description = "Set a rate of production: ETH USD 3000 is dollars per coin, USD NGN 1605 naira per dollar.")
    int set(
            @Parameters(paramLabel = "BASE", description = "A coin such as ETH, or USD.") String base,
            @Parameters(paramLabel = "QUOTE", description = "USD, or NGN or GHS.") String quote,
            @Parameters(paramLabel = "RATE", description = "How many of it one BASE is worth.") BigDecimal rate,
            @Option(
                            names = "--for",
                            required = true,
                            paramLabel = "TIME",
                            description = "How long it holds: 90s, 30m, 1h.")
                    Duration validFor,
            @Option(names = "--force", description = "Even if it is more than a fifth away from the last one.")
                    boolean force,
            @Mixin JsonOption json) {
        Pair pair = pair(base, quote);
        return desk.answer(
                json.on(),
                platform -> platform.db().transact(tx -> {
                    ManualRate set = set(pair, platform.rates().set(tx, pair, rate, validFor, "command line", force));
                    platform.trail()
                            .record(
                                    tx,
                                    desk.entry(Action.RATE_SET, Subject.Kind.RATE, pair)
                                            .after(Details.of(
                                                            "rate",
                                                            set.rate().value().toPlainString())
                                                    .with("expiresAt", set.expiresAt())
                                                    .with("forced", force)));
                    return manual(platform, set);
                }));
    }

    private static ManualRate set(Pair pair, RateSetting outcome) {
        return switch (outcome) {
            case RateSetting.RateSet(ManualRate set) -> set;
            case RateSetting.UnknownPair _ -> throw new CommandRefused("no asset is called " + pair.base());
            case RateSetting.OddRate(String reason) -> throw new CommandRefused(reason);
            case RateSetting.OddValidity(Duration least, Duration most) ->
                throw new CommandRefused("a rate holds for " + least.toSeconds() + " s to " + most.toDays() + " days");
            case RateSetting.FarFromLast(ManualRate last) ->
                throw new CommandRefused("that is more than a fifth away from the last one, "
                        + last.rate().value().toPlainString() + "; add --force if it is meant");
        };
    }

    @Command(description = "Withdraw a rate of production before it expires. What needs it waits or is refused.")
    int withdraw(
            @Parameters(paramLabel = "BASE", description = "A coin such as ETH, or USD.") String base,
            @Parameters(paramLabel = "QUOTE", description = "USD, or NGN or GHS.") String quote,
            @Mixin JsonOption json) {
        Pair pair = pair(base, quote);
        return desk.answer(
                json.on(),
                platform -> platform.db().transact(tx -> {
                    ManualRate withdrawn = withdrawn(pair, platform.rates().withdraw(tx, pair, "command line"));
                    platform.trail()
                            .record(
                                    tx,
                                    desk.entry(Action.RATE_REMOVED, Subject.Kind.RATE, pair)
                                            .before(Details.of(
                                                    "rate",
                                                    withdrawn.rate().value().toPlainString())));
                    return new Withdrawn(pair.toString(), withdrawn.rate().value(), withdrawn.setBy());
                }));
    }

    private static ManualRate withdrawn(Pair pair, RateWithdrawal outcome) {
        return switch (outcome) {
            case RateWithdrawal.Withdrawn(ManualRate rate) -> rate;
            case RateWithdrawal.NoRateHolds _ -> throw new CommandRefused(pair + " has no rate in use");
        };
    }

    private static Pair pair(String base, String quote) {
        return Pair.parse(base, quote)
                .orElseThrow(() ->
                        new CommandRefused(base + " " + quote + " is no pair such as ETH USD, USD NGN or USD GHS"));
    }

    @Command(description = "Rates in use, or with production all that were set last.")
    int list(
            @Option(
                            names = "--env",
                            paramLabel = "ENVIRONMENT",
                            defaultValue = "production",
                            description = "production, which is the default, or development.")
                    Environment environment,
            @Mixin JsonOption json) {
        return desk.answer(json.on(), platform -> switch (environment) {
            case PRODUCTION ->
                platform.rates().manualRates().stream()
                        .map(rate -> manual(platform, rate))
                        .toList();
            case DEVELOPMENT -> board(platform);
        });
    }

    private static List<Shown> board(Platform platform) {
        RateBoard board = platform.db().transact(tx -> platform.rates().board(tx, Environment.DEVELOPMENT));
        return board.quotes().entrySet().stream()
                .map(quote -> new Shown(
                        quote.getKey().toString(),
                        quote.getValue().rate().value(),
                        quote.getValue().source(),
                        quote.getValue().at()))
                .sorted(Comparator.comparing(Shown::pair))
                .toList();
    }

    @Command(description = "Set what the operator keeps of a currency's rate.")
    int spread(
            @Parameters(paramLabel = "CURRENCY", description = "NGN or GHS.") Fiat currency,
            @Parameters(paramLabel = "PERCENT", description = "0 to 20.") BigDecimal percent,
            @Option(
                            names = "--env",
                            paramLabel = "ENVIRONMENT",
                            defaultValue = "development",
                            description = "development, which is the default, or production.")
                    Environment environment,
            @Mixin JsonOption json) {
        return desk.answer(
                json.on(),
                platform -> platform.db().transact(tx -> {
                    Spread set = spread(
                            environment, currency, platform.rates().setSpread(tx, environment, currency, percent));
                    platform.trail()
                            .record(
                                    tx,
                                    desk.entry(Action.SPREAD_CHANGED, Subject.Kind.RATE, "USD " + currency.code())
                                            .after(Details.of("environment", environment.code())
                                                    .with(
                                                            "percent",
                                                            set.spreadPercent().toPlainString())));
                    return set;
                }));
    }

    private static Spread spread(Environment environment, Fiat currency, SpreadSetting outcome) {
        return switch (outcome) {
            case SpreadSetting.SpreadSet(var spread) ->
                new Spread(environment.code(), currency.code(), spread.value().stripTrailingZeros());
            case SpreadSetting.OddSpread _ ->
                throw new CommandRefused("a spread is 0 to 20 percent with at most 4 decimals");
            case SpreadSetting.NoSpreadOnDollars _ -> throw new CommandRefused("dollars are paid at par");
        };
    }

    private static Manual manual(Platform platform, ManualRate rate) {
        return new Manual(
                rate.pair().toString(),
                rate.rate().value(),
                rate.setBy(),
                rate.setAt(),
                rate.expiresAt(),
                rate.holdsAt(platform.clock().instant()));
    }
}
