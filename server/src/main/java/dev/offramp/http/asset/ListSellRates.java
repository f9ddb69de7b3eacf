package dev.offramp.http.asset;

import dev.offramp.assets.Asset;
import dev.offramp.assets.Assets;
import dev.offramp.db.Database;
import dev.offramp.http.Answer;
import dev.offramp.http.Endpoint;
import dev.offramp.http.Manual;
import dev.offramp.http.Request;
import dev.offramp.http.Route;
import dev.offramp.rates.Rates;
import dev.offramp.tenancy.Scope;
import dev.offramp.tenancy.Tenancy;
import dev.offramp.wire.Message;
import dev.offramp.wire.Refusal;
import dev.offramp.wire.Shape;
import dev.offramp.wire.asset.SellRateJson;
import java.util.List;
import java.util.Optional;

/// What every coin is bought for now, in the order of the assets. A coin without a price or a rate is left out.
public record ListSellRates(Database db, Assets assets, Rates rates, Tenancy tenancy) implements Endpoint {

    private static final int PER_MINUTE = 20;

    @Override
    public Route route() {
        return Route.get("/trades/pbc/sell/rates", Scope.READ).perMinute(PER_MINUTE);
    }

    @Override
    public Manual manual() {
        return Manual.of(
                        "List sell rates",
                        "What every coin is bought for now. A coin without a price or a rate is left out.",
                        new Shape.All(SellRateJson.class))
                .refusing(Refusal.RATE_UNAVAILABLE);
    }

    @Override
    public Answer answer(Request request) {
        SellRates sellRates = db.transact(tx -> SellRates.read(tx, request.tenant(), rates, tenancy));
        List<SellRateJson> known = assets.list(request.tenant().environment()).stream()
                .map(asset -> json(asset, sellRates))
                .flatMap(Optional::stream)
                .toList();
        return known.isEmpty() ? Answer.refusal(Refusal.RATE_UNAVAILABLE) : Answer.success(Message.DATA_FETCHED, known);
    }

    private static Optional<SellRateJson> json(Asset asset, SellRates sellRates) {
        return sellRates
                .priceOf(asset)
                .flatMap(price -> sellRates
                        .updatedAt(price)
                        .map(updatedAt -> new SellRateJson(
                                asset.id().toString(),
                                asset.code().value(),
                                asset.symbol(),
                                asset.network().displayName(),
                                price.rate().value(),
                                sellRates.json(asset),
                                updatedAt)));
    }
}
