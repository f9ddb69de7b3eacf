package dev.offramp.http.trade;

import dev.offramp.db.Database;
import dev.offramp.db.Transaction;
import dev.offramp.deposits.Deposits;
import dev.offramp.http.Answer;
import dev.offramp.http.Endpoint;
import dev.offramp.http.Request;
import dev.offramp.http.Route;
import dev.offramp.tenancy.Scope;
import dev.offramp.tenancy.Tenant;
import dev.offramp.wire.Message;
import dev.offramp.wire.Page;
import dev.offramp.wire.trade.TradeJson;
import java.util.List;

/// A tenant's deposits, newest first.
public record ListTrades(Database db, Deposits deposits, TradeRendering rendering) implements Endpoint {

    private record Found(List<TradeJson> trades, long total) {}

    @Override
    public Route route() {
        return Route.get("/trades/transactions", Scope.READ).query(Page.FORM);
    }

    @Override
    public Answer answer(Request request) {
        Page page = Page.of(request.query());
        Found found = db.transact(tx -> find(tx, request.tenant(), page));
        return Answer.page(Message.TRANSACTIONS_RETRIEVED, found.trades(), page.meta(found.total()));
    }

    private Found find(Transaction tx, Tenant tenant, Page page) {
        return new Found(
                rendering.all(tx, deposits.page(tx, tenant, page.size(), page.offset())), deposits.count(tx, tenant));
    }
}
