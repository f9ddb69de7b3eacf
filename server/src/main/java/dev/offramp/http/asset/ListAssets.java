package dev.offramp.http.asset;

import dev.offramp.assets.Asset;
import dev.offramp.assets.Assets;
import dev.offramp.db.Database;
import dev.offramp.db.Transaction;
import dev.offramp.http.Answer;
import dev.offramp.http.Endpoint;
import dev.offramp.http.Manual;
import dev.offramp.http.Request;
import dev.offramp.http.Route;
import dev.offramp.rates.Rates;
import dev.offramp.tenancy.Scope;
import dev.offramp.tenancy.Tenancy;
import dev.offramp.tenancy.Tenant;
import dev.offramp.wire.Message;
import dev.offramp.wire.Shape;
import dev.offramp.wire.asset.AssetJson;
import java.util.List;
import java.util.Optional;

/// All assets of the environment, in their fixed order and without pages.
///
/// @param path there are two, an older and a newer one
public record ListAssets(String path, Database db, Assets assets, Rates rates, Tenancy tenancy) implements Endpoint {

    @Override
    public Route route() {
        return Route.get(path, Scope.READ);
    }

    @Override
    public Manual manual() {
        return Manual.of(
                "List assets",
                "All that can be deposited in this environment, in a fixed order and without pages. Take"
                        + " the `id` from here: paths want it. Ids are the same in every installation.",
                new Shape.All(AssetJson.class));
    }

    @Override
    public Answer answer(Request request) {
        return Answer.success(Message.DATA_FETCHED, db.transact(tx -> list(tx, request.tenant())));
    }

    private List<AssetJson> list(Transaction tx, Tenant tenant) {
        SellRates sellRates = SellRates.read(tx, tenant, rates, tenancy);
        return assets.list(tenant.environment()).stream()
                .map(asset -> json(asset, sellRates, assets.isActive(tx, asset)))
                .toList();
    }

    private static AssetJson json(Asset asset, SellRates sellRates, boolean isActive) {
        return new AssetJson(
                asset.id().toString(),
                asset.code().value(),
                asset.name(),
                asset.symbol(),
                asset.icon(),
                asset.network().displayName(),
                asset.minimumUsd(),
                asset.flagFeeUsd(),
                asset.confirmations(),
                asset.type(),
                asset.isAccountBased(),
                asset.transactionLink(),
                sellRates.json(asset),
                isActive ? Optional.empty() : Optional.of(false));
    }
}
