package dev.offramp.http.conversion;

import dev.offramp.conversions.Conversions;
import dev.offramp.db.Transaction;
import dev.offramp.http.Answer;
import dev.offramp.http.Endpoint;
import dev.offramp.http.Manual;
import dev.offramp.http.Request;
import dev.offramp.http.Route;
import dev.offramp.money.Fiat;
import dev.offramp.tenancy.Scope;
import dev.offramp.tenancy.Tenancy;
import dev.offramp.wire.DecimalField;
import dev.offramp.wire.Fields;
import dev.offramp.wire.Form;
import dev.offramp.wire.PinField;
import dev.offramp.wire.Refusal;
import dev.offramp.wire.Shape;
import dev.offramp.wire.account.ConvertedJson;

/// Converts local currency into dollars. The currency is that in which the tenant receives, naira if it receives
/// dollars.
public record BuyDollars(Tenancy tenancy, Conversions conversions) implements Endpoint {

    private static final DecimalField AMOUNT =
            Fields.decimal("amount").required().positive().decimals(Fiat.SCALE);

    /// Asked for only where money leaves; clients send it always.
    private static final PinField PIN = Fields.pin("pin");

    @Override
    public Route route() {
        return Route.post("/payments/fiat-to-usd", Scope.WITHDRAWALS).body(Form.of(AMOUNT, PIN));
    }

    @Override
    public Manual manual() {
        return Manual.of(
                        "Convert into dollars",
                        "From the local currency in which the business receives, naira if it receives dollars, at"
                                + " the market rate and the spread, without a fee. `amount` is in that currency.",
                        new Shape.One(ConvertedJson.class))
                .refusing(Refusal.RATE_UNAVAILABLE, Refusal.AMOUNT_CONVERTS_TO_NOTHING, Refusal.BALANCE_INSUFFICIENT);
    }

    @Override
    public Answer answer(Request request) {
        return request.commit(tx -> buy(tx, request));
    }

    private Answer buy(Transaction tx, Request request) {
        Fiat local = tenancy.settings(tx, request.tenant()).localCurrency();
        return ConversionAnswers.of(
                conversions.buyDollars(tx, request.tenant(), request.body().get(AMOUNT), local), Fiat.USD);
    }
}
