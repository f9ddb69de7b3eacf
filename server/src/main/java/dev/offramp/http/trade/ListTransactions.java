package dev.offramp.http.trade;

import dev.offramp.http.Answer;
import dev.offramp.http.Endpoint;
import dev.offramp.http.Manual;
import dev.offramp.http.Request;
import dev.offramp.http.Route;
import dev.offramp.tenancy.Scope;
import dev.offramp.wire.Form;
import dev.offramp.wire.Message;
import dev.offramp.wire.Page;
import dev.offramp.wire.Shape;
import dev.offramp.wire.trade.TradeJson;
import java.util.List;

/// An empty list, whatever there is: so Breet answers, and a client that asks here would count twice what it finds in
/// the list of trades. There is no single transaction below it.
public record ListTransactions() implements Endpoint {

    @Override
    public Route route() {
        return Route.get("/transactions", Scope.READ).query(Form.of(Page.NUMBER, Page.SIZE));
    }

    @Override
    public Manual manual() {
        return Manual.of(
                "List nothing",
                "An empty list, whatever there is. Deposits are in the list of deposits, withdrawals in theirs.",
                new Shape.Pages(TradeJson.class));
    }

    @Override
    public Answer answer(Request request) {
        return Answer.page(
                Message.DATA_FETCHED, List.of(), Page.of(request.query()).meta(0));
    }
}
