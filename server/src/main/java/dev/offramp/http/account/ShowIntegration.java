package dev.offramp.http.account;

import dev.offramp.db.Database;
import dev.offramp.http.Answer;
import dev.offramp.http.Endpoint;
import dev.offramp.http.Manual;
import dev.offramp.http.Request;
import dev.offramp.http.Route;
import dev.offramp.ledger.Account;
import dev.offramp.ledger.Ledger;
import dev.offramp.money.Fiat;
import dev.offramp.money.Money;
import dev.offramp.tenancy.FeeTiers;
import dev.offramp.tenancy.Scope;
import dev.offramp.tenancy.Tenancy;
import dev.offramp.tenancy.Tenant;
import dev.offramp.tenancy.TenantSettings;
import dev.offramp.webhooks.Webhooks;
import dev.offramp.wire.Message;
import dev.offramp.wire.Shape;
import dev.offramp.wire.account.IntegrationJson;
import dev.offramp.wire.account.IntegrationJson.BalanceJson;
import dev.offramp.wire.account.IntegrationJson.FeeTierJson;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The caller's balances and conditions.
public record ShowIntegration(Database db, Tenancy tenancy, Ledger ledger, Webhooks webhooks) implements Endpoint {

    /// Clients want a whole number; no deposit is worth as much.
    private static final long NO_UPPER_END = 999_999_999;

    private static final List<Fiat> WALLETS = List.of(Fiat.NGN, Fiat.USD, Fiat.GHS);

    private record Found(TenantSettings settings, List<BalanceJson> balances) {}

    @Override
    public Route route() {
        return Route.get("/users/fetch-integration", Scope.READ);
    }

    @Override
    public Manual manual() {
        return Manual.of(
                "Show the account",
                "Balances and conditions of the caller. Never a secret.",
                new Shape.One(IntegrationJson.class));
    }

    @Override
    public Answer answer(Request request) {
        Tenant tenant = request.tenant();
        Found found = db.transact(tx ->
                new Found(tenancy.settings(tx, tenant), balances(tenant, ledger.available(tx, accounts(tenant)))));
        return Answer.success(Message.DATA_FETCHED, json(found, webhookUrl(tenant)));
    }

    private static List<Account> accounts(Tenant tenant) {
        return WALLETS.stream()
                .map(currency -> Account.tenant(tenant, currency))
                .toList();
    }

    private static List<BalanceJson> balances(Tenant tenant, Map<Account, Money> available) {
        return WALLETS.stream()
                .map(currency -> new BalanceJson(
                        currency.code(),
                        available.get(Account.tenant(tenant, currency)).decimal(Fiat.SCALE)))
                .toList();
    }

    /// The oldest endpoint that is in use: clients know of one.
    private Optional<String> webhookUrl(Tenant tenant) {
        return webhooks.endpoints(tenant).stream()
                .filter(endpoint -> endpoint.disabled().isEmpty())
                .map(dev.offramp.webhooks.Endpoint::url)
                .findFirst();
    }

    /// Whoever is answered at all is active.
    private static IntegrationJson json(Found found, Optional<String> webhookUrl) {
        TenantSettings settings = found.settings();
        return new IntegrationJson(
                found.balances(),
                settings.feeTiers().bands().stream().map(ShowIntegration::tier).toList(),
                settings.markup().value(),
                settings.merchantReference(),
                true,
                webhookUrl);
    }

    private static FeeTierJson tier(FeeTiers.Band band) {
        return new FeeTierJson(
                band.minUsd(),
                band.maxUsd().orElse(NO_UPPER_END),
                band.percent().value());
    }
}
