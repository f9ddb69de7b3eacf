package dev.offramp.http.trade;

import dev.offramp.db.Database;
import dev.offramp.deposits.Deposits;
import dev.offramp.http.Answer;
import dev.offramp.http.Endpoint;
import dev.offramp.http.Manual;
import dev.offramp.http.Request;
import dev.offramp.http.Route;
import dev.offramp.http.TenantList;
import dev.offramp.tenancy.Scope;
import dev.offramp.wire.Message;
import dev.offramp.wire.trade.TradeJson;

/// A tenant's deposits, newest first.
///
/// `filter`: `status` (pending, completed, flagged, deleted), `asset` (its id), `wallet`, `txHash`. `search` finds a
/// deposit by its id, its `txHash` or its `wallet`. `sort`: `createdAt`.
public record ListTrades(TenantList<TradeJson> list) implements Endpoint {

    public ListTrades(Database db, Deposits deposits, TradeRendering rendering) {
        this(TenantList.of(
                db,
                deposits.list().seenAs((tx, tenant, found) -> rendering.all(tx, found)),
                TradeJson.class,
                Message.TRANSACTIONS_RETRIEVED,
                "transactions.csv"));
    }

    @Override
    public Route route() {
        return list.on(Route.get("/trades/transactions", Scope.READ));
    }

    @Override
    public Manual manual() {
        return list.manual("List deposits", "Deposits, newest first.");
    }

    @Override
    public Answer answer(Request request) {
        return list.answer(request);
    }
}
