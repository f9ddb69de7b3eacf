package dev.offramp.http.asset;

import dev.offramp.assets.Asset;
import dev.offramp.assets.AssetId;
import dev.offramp.assets.Assets;
import dev.offramp.db.Database;
import dev.offramp.http.Answer;
import dev.offramp.http.Endpoint;
import dev.offramp.http.Manual;
import dev.offramp.http.PathParameter;
import dev.offramp.http.Request;
import dev.offramp.http.Route;
import dev.offramp.money.Fiat;
import dev.offramp.rates.Rates;
import dev.offramp.tenancy.Scope;
import dev.offramp.tenancy.Tenancy;
import dev.offramp.wire.ChoiceField;
import dev.offramp.wire.DecimalField;
import dev.offramp.wire.Fields;
import dev.offramp.wire.Form;
import dev.offramp.wire.Message;
import dev.offramp.wire.Refusal;
import dev.offramp.wire.Shape;
import dev.offramp.wire.asset.QuoteJson;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// What an amount of dollars is worth in coins and in both local currencies, before the platform's fee.
public record CalculateRate(Database db, Assets assets, Rates rates, Tenancy tenancy) implements Endpoint {

    private static final DecimalField AMOUNT =
            Fields.decimal("amountInUSD").required().positive().decimals(8);
    private static final ChoiceField<Fiat> CURRENCY =
            Fields.choice("currency", Fiat.class, Fiat::code, List.of(Fiat.NGN, Fiat.GHS));

    @Override
    public Route route() {
        return Route.post("/trades/pbc/sell/rate-calculator/{id}", Scope.READ, PathParameter.assetId("id"))
                .body(Form.of(AMOUNT, CURRENCY));
    }

    @Override
    public Manual manual() {
        return Manual.of(
                        "Calculate a rate",
                        "What an amount of dollars is worth in coins and in both local currencies, before the"
                                + " fee. Without `currency` the one in which the business receives is meant, naira if it"
                                + " receives dollars.",
                        new Shape.One(QuoteJson.class))
                .refusing(Refusal.ASSET_NOT_FOUND, Refusal.RATE_UNAVAILABLE);
    }

    @Override
    public Answer answer(Request request) {
        Optional<Asset> asset = assets.find(request.tenant().environment(), new AssetId(request.objectId("id")));
        if (asset.isEmpty()) {
            return Answer.refusal(Refusal.ASSET_NOT_FOUND);
        }
        SellRates sellRates = db.transact(tx -> SellRates.read(tx, request.tenant(), rates, tenancy));
        Fiat currency = request.body().find(CURRENCY).orElseGet(sellRates::localCurrency);
        return quote(request.body().get(AMOUNT), asset.get(), currency, sellRates)
                .map(quote -> Answer.success(Message.DATA_FETCHED, quote))
                .orElseGet(() -> Answer.refusal(Refusal.RATE_UNAVAILABLE));
    }

    private static Optional<QuoteJson> quote(BigDecimal usd, Asset asset, Fiat currency, SellRates sellRates) {
        return sellRates
                .of(asset, currency)
                .flatMap(rate -> sellRates
                        .coins(usd, asset)
                        .map(coins -> new QuoteJson(
                                sellRates.local(usd, Fiat.NGN), sellRates.local(usd, Fiat.GHS), rate, coins)));
    }
}
