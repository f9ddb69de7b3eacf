package dev.offramp.http.conversion;

import dev.offramp.conversions.Conversions;
import dev.offramp.db.Transaction;
import dev.offramp.http.Answer;
import dev.offramp.http.Endpoint;
import dev.offramp.http.Request;
import dev.offramp.http.Route;
import dev.offramp.money.Fiat;
import dev.offramp.tenancy.Scope;
import dev.offramp.tenancy.Tenancy;
import dev.offramp.wire.DecimalField;
import dev.offramp.wire.Fields;
import dev.offramp.wire.Form;
import dev.offramp.wire.PinField;

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
    public Answer answer(Request request) {
        return request.commit(tx -> buy(tx, request));
    }

    private Answer buy(Transaction tx, Request request) {
        Fiat local = tenancy.settings(tx, request.tenant()).localCurrency();
        return ConversionAnswers.of(
                conversions.buyDollars(tx, request.tenant(), request.body().get(AMOUNT), local), Fiat.USD);
    }
}
