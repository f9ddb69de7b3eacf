package dev.offramp.commands;

import dev.offramp.app.Platform;
import dev.offramp.db.Transaction;
import dev.offramp.money.Fiat;
import dev.offramp.money.Money;
import dev.offramp.money.Percent;
import dev.offramp.tenancy.AddressRange;
import dev.offramp.tenancy.FeeTiers;
import dev.offramp.tenancy.SettingChange;
import dev.offramp.tenancy.Tenant;
import dev.offramp.tenancy.TenantSettings;
import dev.offramp.trail.Action;
import dev.offramp.trail.Details;
import dev.offramp.trail.NewEntry;
import dev.offramp.trail.Subject;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `integrations set`: what an integration chose and what the platform takes from it. All or nothing; without any
/// option it only shows.
@Command(name = "set", description = "Change an integration's settings in one environment, or show them.")
final class SetCommand implements Callable<Integer> {

    /// Lifts a limit.
    private static final String NONE = "none";

    private final Desk desk;

    @Mixin
    private TenantChoice choice = new TenantChoice();

    @Mixin
    private JsonOption json = new JsonOption();

    @Option(
            names = "--receive-currency",
            paramLabel = "CURRENCY",
            description = "What deposits without a destination become: NGN, GHS or USD.")
    private Optional<Fiat> receiveCurrency = Optional.empty();

    @Option(names = "--markup", paramLabel = "PERCENT", description = "The business's own margin on the rate, 0 to 10.")
    private Optional<BigDecimal> markup = Optional.empty();

    @Option(
            names = "--fee-tiers",
            paramLabel = "USD=PERCENT",
            split = ",",
            description = "The platform's fee from each amount on: 0=0.5,1000=0.4.")
    private Map<Long, BigDecimal> feeTiers = new TreeMap<>();

    @Option(
            names = "--payout-maximum",
            paramLabel = "CURRENCY=AMOUNT",
            split = ",",
            description = "The largest payout: NGN=500000, or NGN=none.")
    private Map<Fiat, String> payoutMaximum = new TreeMap<>();

    @Option(
            names = "--allow-addresses",
            paramLabel = "RANGE",
            split = ",",
            description =
                    "From where the credentials work: 203.0.113.0/24, or none for anywhere. In both environments.")
    private List<String> addresses = List.of();

    @Option(names = "--active", paramLabel = "true|false", arity = "1", description = "Whether requests are answered.")
    private Optional<Boolean> active = Optional.empty();

    SetCommand(Desk desk) {
        this.desk = desk;
    }

    private record Tier(long fromUsd, BigDecimal percent) {}

    private record Limit(String currency, BigDecimal maximum) {}

    private record Shown(
            String integration,
            String name,
            String environment,
            String receiveCurrency,
            BigDecimal markupPercent,
            List<Tier> feeTiers,
            List<Limit> payoutMaximum) {}

    @Override
    public Integer call() {
        return desk.answer(json.on(), platform -> {
            Tenant tenant = choice.tenant(platform);
            List<AddressRange> ranges = ranges();
            platform.db().run(tx -> change(tx, platform, tenant));
            if (!addresses.isEmpty()) {
                platform.tenancy().limitAddresses(tenant.integration(), ranges);
                desk.record(
                        platform,
                        whole(Action.ADDRESSES_LIMITED, tenant)
                                .after(Details.of("addresses", String.join(", ", addresses))));
            }
            active.ifPresent(wanted -> {
                platform.tenancy().setActive(tenant.integration(), wanted);
                desk.record(
                        platform, whole(wanted ? Action.INTEGRATION_RESUMED : Action.INTEGRATION_SUSPENDED, tenant));
            });
            return platform.db().transact(tx -> shown(tx, platform, tenant));
        });
    }

    private NewEntry whole(Action action, Tenant tenant) {
        return desk.entry(action, Subject.Kind.INTEGRATION, tenant.integration())
                .concerning(tenant.integration());
    }

    private void change(Transaction tx, Platform platform, Tenant tenant) {
        Shown before = shown(tx, platform, tenant);
        receiveCurrency.ifPresent(currency -> require(platform.tenancy().setReceiveCurrency(tx, tenant, currency)));
        markup.ifPresent(percent -> require(platform.tenancy().setMarkup(tx, tenant, percent)));
        if (!feeTiers.isEmpty()) {
            require(platform.tenancy().setFeeTiers(tx, tenant, tiers()));
        }
        payoutMaximum.forEach(
                (currency, text) -> platform.payouts().limit(tx, tenant, currency, maximum(currency, text)));
        record(tx, platform, tenant, before);
    }

    private void record(Transaction tx, Platform platform, Tenant tenant, Shown before) {
        Shown after = shown(tx, platform, tenant);
        Map<Action, Function<Shown, Details>> changes = new EnumMap<>(Action.class);
        changes.put(Action.RECEIVE_CURRENCY_CHANGED, its -> Details.of("receiveCurrency", its.receiveCurrency()));
        changes.put(
                Action.MARKUP_CHANGED,
                its -> Details.of("percent", its.markupPercent().toPlainString()));
        changes.put(
                Action.FEE_TIERS_CHANGED,
                its -> Details.of(
                        "tiers",
                        its.feeTiers().stream()
                                .map(tier ->
                                        tier.fromUsd() + "=" + tier.percent().toPlainString())
                                .collect(Collectors.joining(", "))));
        changes.put(
                Action.PAYOUT_TERMS_CHANGED,
                its -> Details.of(
                        "maximum",
                        its.payoutMaximum().isEmpty()
                                ? "none"
                                : its.payoutMaximum().stream()
                                        .map(limit -> limit.currency() + "="
                                                + limit.maximum().toPlainString())
                                        .collect(Collectors.joining(", "))));
        changes.forEach((action, details) -> {
            if (!details.apply(before).equals(details.apply(after))) {
                NewEntry entry = desk.entry(action, Subject.Kind.SETTINGS, tenant.integration())
                        .concerning(tenant)
                        .before(details.apply(before))
                        .after(details.apply(after));
                platform.trail().record(tx, entry);
            }
        });
    }

    private static void require(SettingChange change) {
        switch (change) {
            case SettingChange.Changed _ -> {}
            case SettingChange.MarkupOutOfRange _ ->
                throw new CommandRefused("a markup is 0 to 10 percent with at most 2 decimals");
            case SettingChange.UnfitFeeTiers(String reason) -> throw new CommandRefused(reason);
        }
    }

    private List<FeeTiers.Tier> tiers() {
        return new TreeMap<>(feeTiers)
                .entrySet().stream()
                        .map(tier -> new FeeTiers.Tier(tier.getKey(), percent(tier.getValue())))
                        .toList();
    }

    private static Percent percent(BigDecimal value) {
        try {
            return new Percent(value);
        } catch (IllegalArgumentException e) {
            throw new CommandRefused(e.getMessage());
        }
    }

    private static Optional<Money> maximum(Fiat currency, String text) {
        if (text.equalsIgnoreCase(NONE)) {
            return Optional.empty();
        }
        return Optional.of(Conversions.decimal(text)
                .filter(amount ->
                        amount.signum() > 0 && amount.stripTrailingZeros().scale() <= Fiat.SCALE)
                .map(amount -> currency.money(amount.toPlainString()))
                .orElseThrow(() -> new CommandRefused("a maximum is an amount with at most 2 decimals, or none")));
    }

    private List<AddressRange> ranges() {
        return addresses.stream()
                .filter(text -> !text.equalsIgnoreCase(NONE))
                .map(text -> AddressRange.parse(text)
                        .orElseThrow(() -> new CommandRefused(text + " is no address or range such as 203.0.113.0/24")))
                .toList();
    }

    private static Shown shown(Transaction tx, Platform platform, Tenant tenant) {
        TenantSettings settings = platform.tenancy().settings(tx, tenant);
        return new Shown(
                tenant.integration().toString(),
                platform.tenancy()
                        .find(tenant.integration().toString())
                        .orElseThrow()
                        .name(),
                tenant.environment().code(),
                settings.receiveCurrency().code(),
                settings.markup().value(),
                settings.feeTiers().tiers().stream()
                        .map(tier -> new Tier(tier.minUsd(), tier.percent().value()))
                        .toList(),
                limits(tx, platform, tenant));
    }

    private static List<Limit> limits(Transaction tx, Platform platform, Tenant tenant) {
        return Arrays.stream(Fiat.values())
                .flatMap(currency -> platform.payouts().terms(tx, List.of(tenant), currency).values().stream()
                        .flatMap(terms -> terms.maximum().stream())
                        .map(maximum -> new Limit(currency.code(), maximum.decimal(Fiat.SCALE))))
                .toList();
    }
}
