package dev.offramp.http.asset;

import dev.offramp.assets.Assets;
import dev.offramp.db.Database;
import dev.offramp.http.Answer;
import dev.offramp.http.Endpoint;
import dev.offramp.http.Manual;
import dev.offramp.http.Request;
import dev.offramp.http.Route;
import dev.offramp.money.Fiat;
import dev.offramp.rates.Quote;
import dev.offramp.rates.Rates;
import dev.offramp.tenancy.Scope;
import dev.offramp.wire.ChoiceField;
import dev.offramp.wire.Fields;
import dev.offramp.wire.Form;
import dev.offramp.wire.Message;
import dev.offramp.wire.Refusal;
import dev.offramp.wire.Shape;
import dev.offramp.wire.TextField;
import dev.offramp.wire.asset.MarketPriceJson;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What one unit of a coin costs on the market: nothing a tenant is paid at, but what a page shows.
public record ShowMarketPrice(Database db, Assets assets, Rates rates) implements Endpoint {

    /// A coin's symbol, without regard to case.
    private static final TextField FROM = Fields.text("from").required().max(20);

    private static final ChoiceField<Fiat> TO =
            Fields.choice("to", Fiat.class, Fiat::code, List.of(Fiat.USD, Fiat.NGN, Fiat.GHS));

    @Override
    public Route route() {
        return Route.get("/trades/pbc/sell/assets/market/converter", Scope.READ).query(Form.of(FROM, TO));
    }

    @Override
    public Manual manual() {
        return Manual.of(
                        "Show a market price",
                        "What one unit of a coin costs on the market. Nothing is paid at it: the rates are what a"
                                + " business gets.",
                        new Shape.One(MarketPriceJson.class))
                .refusing(Refusal.ASSET_NOT_FOUND, Refusal.RATE_UNAVAILABLE);
    }

    @Override
    public Answer answer(Request request) {
        String symbol = request.query().get(FROM).toUpperCase(Locale.ROOT);
        if (!assets.symbols().contains(symbol)) {
            return Answer.refusal(Refusal.ASSET_NOT_FOUND);
        }
        Fiat currency = request.query().find(TO).orElse(Fiat.USD);
        Optional<Quote> price = db.transact(
                tx -> rates.board(tx, request.tenant().environment()).market(symbol, currency));
        return price.map(quote -> Answer.success(Message.DATA_FETCHED, json(symbol, currency, quote)))
                .orElseGet(() -> Answer.refusal(Refusal.RATE_UNAVAILABLE));
    }

    private static MarketPriceJson json(String symbol, Fiat currency, Quote quote) {
        MarketPriceJson.PriceJson price =
                new MarketPriceJson.PriceJson(quote.rate().value(), quote.at());
        return new MarketPriceJson(symbol, Map.of(currency.code().toUpperCase(Locale.ROOT), price));
    }
}
