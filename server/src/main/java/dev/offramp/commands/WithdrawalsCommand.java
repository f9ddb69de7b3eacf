package dev.offramp.commands;

import dev.offramp.app.Platform;
import dev.offramp.assets.TokenNetwork;
import dev.offramp.db.Transaction;
import dev.offramp.money.Fiat;
import dev.offramp.money.Money;
import dev.offramp.tenancy.Environment;
import dev.offramp.tenancy.Tenant;
import dev.offramp.trail.Action;
import dev.offramp.trail.Details;
import dev.offramp.trail.NewEntry;
import dev.offramp.trail.Subject;
import dev.offramp.withdrawals.FeeLevel;
import dev.offramp.withdrawals.WithdrawalLimits;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `withdrawals`: what stablecoins out cost, and how much may be withdrawn at once.
@Command(name = "withdrawals", description = "Stablecoins out: fees and limits.", synopsisSubcommandLabel = "COMMAND")
final class WithdrawalsCommand {

    private final Desk desk;

    WithdrawalsCommand(Desk desk) {
        this.desk = desk;
    }

    private record Fees(String network, BigDecimal low, BigDecimal medium, BigDecimal high) {}

    private record Limits(String of, String environment, BigDecimal minimum, BigDecimal maximum) {}

    /// The environment alone: fees are everybody's.
    private static final class Where {

        @Option(
                names = "--env",
                paramLabel = "ENVIRONMENT",
                defaultValue = "development",
                description = "development, which is the default, or production.")
        private Environment environment = Environment.DEVELOPMENT;
    }

    @Command(description = "What a withdrawal costs on each network, in dollars.")
    int fees(@Mixin Where where, @Mixin JsonOption json) {
        return desk.answer(json.on(), platform -> fees(platform, where.environment));
    }

    @Command(name = "set-fee", description = "Set what a withdrawal costs from now on.")
    int setFee(
            @Parameters(paramLabel = "NETWORK", description = "ERC20, TRC20, BSC, SOL or TON.") TokenNetwork network,
            @Parameters(paramLabel = "LEVEL", description = "low, medium or high.") FeeLevel level,
            @Parameters(paramLabel = "USD", description = "Dollars, at most 2 decimals.") BigDecimal fee,
            @Mixin Where where,
            @Mixin JsonOption json) {
        return desk.answer(json.on(), platform -> {
            Money dollars = dollars(fee);
            platform.db().run(tx -> {
                Map<FeeLevel, Money> before =
                        platform.withdrawals().fees(tx, where.environment).get(network);
                platform.withdrawals().setFee(tx, where.environment, network, level, dollars);
                NewEntry entry = desk.entry(Action.WITHDRAWAL_FEES_CHANGED, Subject.Kind.FEES, network + " " + level)
                        .before(Details.of("environment", where.environment.code())
                                .with(
                                        "usd",
                                        Optional.ofNullable(before)
                                                .map(fees -> usd(fees, level).toPlainString())))
                        .after(Details.of("usd", dollars.decimal(Fiat.SCALE).toPlainString()));
                platform.trail().record(tx, entry);
            });
            return fees(platform, where.environment);
        });
    }

    private static List<Fees> fees(Platform platform, Environment environment) {
        Map<TokenNetwork, Map<FeeLevel, Money>> all =
                platform.db().transact(tx -> platform.withdrawals().fees(tx, environment));
        List<Fees> shown = new ArrayList<>();
        all.forEach((network, fees) -> shown.add(new Fees(
                network.name(), usd(fees, FeeLevel.LOW), usd(fees, FeeLevel.MEDIUM), usd(fees, FeeLevel.HIGH))));
        return shown;
    }

    private static BigDecimal usd(Map<FeeLevel, Money> fees, FeeLevel level) {
        return Optional.ofNullable(fees.get(level)).orElseThrow().decimal(Fiat.SCALE);
    }

    /// Whose limits.
    private static final class Whose {

        @Option(
                names = "--integration",
                paramLabel = "NAME|ID",
                description = "Its own; without it those of all others.")
        private String integration;

        Optional<Tenant> tenant(Platform platform, Environment environment) {
            return Optional.ofNullable(integration)
                    .map(name -> new Tenant(
                            platform.tenancy()
                                    .find(name)
                                    .orElseThrow(() -> new CommandRefused("no integration is called " + name))
                                    .id(),
                            environment));
        }
    }

    @Command(description = "The least and the most dollars of one withdrawal.")
    int limits(@Mixin Whose whose, @Mixin Where where, @Mixin JsonOption json) {
        return desk.answer(
                json.on(),
                platform -> platform.db()
                        .transact(tx ->
                                limits(tx, platform, where.environment, whose.tenant(platform, where.environment))));
    }

    /// New limits, or none of one's own.
    private static final class Choice {

        @Option(names = "--range", required = true, paramLabel = "LEAST-MOST", description = "Dollars: 5-50000.")
        private String range;

        @Option(names = "--usual", required = true, description = "Give up the integration's own.")
        private boolean usual;
    }

    @Command(name = "set-limits", description = "Set them, for one integration or for all that have none of their own.")
    int setLimits(
            @ArgGroup(multiplicity = "1") Choice choice,
            @Mixin Whose whose,
            @Mixin Where where,
            @Mixin JsonOption json) {
        return desk.answer(json.on(), platform -> {
            Optional<WithdrawalLimits> wanted = choice.usual ? Optional.empty() : Optional.of(range(choice.range));
            Optional<Tenant> tenant = whose.tenant(platform, where.environment);
            return platform.db().transact(tx -> {
                Limits before = limits(tx, platform, where.environment, tenant);
                if (tenant.isPresent()) {
                    platform.withdrawals().limit(tx, tenant.get(), wanted);
                } else {
                    platform.withdrawals()
                            .setUsualLimits(
                                    tx,
                                    where.environment,
                                    wanted.orElseThrow(() -> new CommandRefused("--usual needs --integration")));
                }
                Limits after = limits(tx, platform, where.environment, tenant);
                NewEntry entry = desk.entry(Action.WITHDRAWAL_LIMITS_CHANGED, Subject.Kind.FEES, after.of())
                        .before(details(before))
                        .after(details(after));
                platform.trail().record(tx, tenant.map(entry::concerning).orElse(entry));
                return after;
            });
        });
    }

    private static Details details(Limits limits) {
        return Details.of("environment", limits.environment())
                .with("minimum", limits.minimum().toPlainString())
                .with("maximum", limits.maximum().toPlainString());
    }

    private static Limits limits(Transaction tx, Platform platform, Environment environment, Optional<Tenant> tenant) {
        WithdrawalLimits limits = tenant.map(its -> platform.withdrawals().limits(tx, its))
                .orElseGet(() -> platform.withdrawals().usualLimits(tx, environment));
        return new Limits(
                tenant.map(its -> its.integration().toString()).orElse("all without their own"),
                environment.code(),
                limits.minimum().decimal(Fiat.SCALE),
                limits.maximum().decimal(Fiat.SCALE));
    }

    private static WithdrawalLimits range(String text) {
        String[] ends = text.split("-", 2);
        if (ends.length == 2) {
            Optional<BigDecimal> least = Conversions.decimal(ends[0]);
            Optional<BigDecimal> most = Conversions.decimal(ends[1]);
            if (least.isPresent() && most.isPresent()) {
                WithdrawalLimits limits = new WithdrawalLimits(dollars(least.get()), dollars(most.get()));
                if (limits.minimum().isPositive() && limits.minimum().compareTo(limits.maximum()) <= 0) {
                    return limits;
                }
            }
        }
        throw new CommandRefused("a range is the least and the most dollars, both above 0: 5-50000");
    }

    private static Money dollars(BigDecimal amount) {
        if (amount.stripTrailingZeros().scale() > Fiat.SCALE) {
            throw new CommandRefused("dollars have at most 2 decimals");
        }
        return Fiat.USD.money(amount.toPlainString());
    }
}
