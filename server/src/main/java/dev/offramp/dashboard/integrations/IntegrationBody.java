package dev.offramp.dashboard.integrations;

import dev.offramp.dashboard.Answer;
import dev.offramp.dashboard.Here;
import dev.offramp.dashboard.Visit;
import dev.offramp.dashboard.form.Form;
import dev.offramp.dashboard.part.Badge;
import dev.offramp.dashboard.part.Figures;
import dev.offramp.dashboard.part.Places;
import dev.offramp.db.Transaction;
import dev.offramp.deposits.Deposits;
import dev.offramp.money.Fiat;
import dev.offramp.money.Money;
import dev.offramp.payouts.PayoutTerms;
import dev.offramp.payouts.Payouts;
import dev.offramp.tenancy.Environment;
import dev.offramp.tenancy.FeeTiers;
import dev.offramp.tenancy.Integration;
import dev.offramp.tenancy.Tenancy;
import dev.offramp.tenancy.Tenant;
import dev.offramp.tenancy.TenantSettings;
import dev.offramp.withdrawals.WithdrawalLimits;
import dev.offramp.withdrawals.Withdrawals;
import gg.jte.html.HtmlContent;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A business as its page shows it.
record IntegrationBody(Tenancy tenancy, Deposits deposits, Payouts payouts, Withdrawals withdrawals) {

    static final String PATH = "/operator/integrations/{reference}";
    static final String SIDE = PATH + "/{environment}";

    /// What the page shows.
    record View(Integration integration, List<Side> sides) {

        String path() {
            return Places.owner(integration).path();
        }

        Badge active() {
            return ShowIntegrations.active(integration);
        }

        Badge approved() {
            return ShowIntegrations.approved(integration);
        }
    }

    /// It in one environment.
    ///
    /// @param hasOwnLimits whether its limits of withdrawals differ from the usual ones
    record Side(
            Environment environment,
            TenantSettings settings,
            List<Maximum> maxima,
            WithdrawalLimits limits,
            boolean hasOwnLimits) {

        String name() {
            return Places.name(environment);
        }

        String code() {
            return environment.code();
        }

        List<String> tiers() {
            return settings.feeTiers().bands().stream().map(Side::words).toList();
        }

        private static String words(FeeTiers.Band band) {
            String upTo = band.maxUsd().map(max -> " to " + Figures.count(max)).orElse(" and more");
            return Figures.count(band.minUsd()) + upTo + " USD: "
                    + band.percent().value().stripTrailingZeros().toPlainString() + " %";
        }

        String markup() {
            return settings.markup().value().toPlainString() + " %";
        }

        String range() {
            return money(limits.minimum()) + " to " + money(limits.maximum());
        }
    }

    /// The largest payout in a currency.
    record Maximum(Fiat currency, Optional<Money> most) {

        String words() {
            return most.map(IntegrationBody::money).orElse("no limit");
        }
    }

    private static String money(Money money) {
        return Figures.number(money, Fiat.SCALE) + " " + money.asset().value();
    }

    /// The business in the path.
    Optional<Integration> integration(Visit visit) {
        return visit.view(tx -> tenancy.integrations(tx)).stream()
                .filter(one -> one.merchantReference().equals(visit.path("reference")))
                .findFirst();
    }

    /// The business in the path, in the environment there.
    Optional<Tenant> tenant(Visit visit) {
        return Environment.parse(visit.path("environment"))
                .filter(environment -> environment.code().equals(visit.path("environment")))
                .flatMap(environment ->
                        integration(visit).map(integration -> new Tenant(integration.id(), environment)));
    }

    Answer show(Visit visit) {
        return integration(visit)
                .map(integration -> {
                    View view = visit.view(tx -> new View(
                            integration,
                            List.of(
                                    side(tx, new Tenant(integration.id(), Environment.PRODUCTION)),
                                    side(tx, new Tenant(integration.id(), Environment.DEVELOPMENT)))));
                    return Answer.page(
                            integration.name(), out -> JteintegrationGenerated.render(out, null, visit.here(), view));
                })
                .orElseGet(Answer::missing);
    }

    /// Its fees and limits in the environment in the path, with what was typed to change them.
    Answer side(Visit visit, Form form) {
        return tenant(visit).map(tenant -> side(visit, tenant, form)).orElseGet(Answer::missing);
    }

    private Answer side(Visit visit, Tenant tenant, Form form) {
        Side side = visit.view(tx -> side(tx, tenant));
        Here here = visit.here();
        HtmlContent html = out -> JtesideGenerated.render(out, null, here, side, sidePath(visit), form);
        String title = side.settings().merchantReference() + ", " + side.name().toLowerCase(Locale.ROOT);
        return form.isValid() ? Answer.page(title, html) : Answer.invalid(title, html);
    }

    static String sidePath(Visit visit) {
        return path(visit) + "/" + visit.path("environment");
    }

    private Side side(Transaction tx, Tenant tenant) {
        WithdrawalLimits limits = withdrawals.limits(tx, tenant);
        return new Side(
                tenant.environment(),
                tenancy.settings(tx, tenant),
                payouts.terms(tx, tenant).entrySet().stream()
                        .map(terms -> new Maximum(
                                terms.getKey(), Optional.of(terms.getValue()).flatMap(PayoutTerms::maximum)))
                        .toList(),
                limits,
                !limits.equals(withdrawals.usualLimits(tx, tenant.environment())));
    }

    static String path(Visit visit) {
        return PATH.replace("{reference}", visit.path("reference"));
    }
}
