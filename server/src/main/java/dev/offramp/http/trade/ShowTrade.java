package dev.offramp.http.trade;

import dev.offramp.db.Database;
import dev.offramp.deposits.DepositId;
import dev.offramp.deposits.Deposits;
import dev.offramp.http.Answer;
import dev.offramp.http.Endpoint;
import dev.offramp.http.Manual;
import dev.offramp.http.PathParameter;
import dev.offramp.http.Request;
import dev.offramp.http.Route;
import dev.offramp.tenancy.Scope;
import dev.offramp.wire.Message;
import dev.offramp.wire.Refusal;
import dev.offramp.wire.Shape;
import dev.offramp.wire.trade.TradeJson;
import java.util.Optional;

/// One deposit.
///
/// @param path there are two to the same
public record ShowTrade(String path, Database db, Deposits deposits, TradeRendering rendering) implements Endpoint {

    @Override
    public Route route() {
        return Route.get(path, Scope.READ, PathParameter.id("id"));
    }

    @Override
    public Manual manual() {
        return Manual.of(
                        "Show a deposit",
                        "One deposit. What is not decided yet is left out; nothing stands for an unknown amount.",
                        new Shape.One(TradeJson.class))
                .refusing(Refusal.TRANSACTION_NOT_FOUND);
    }

    @Override
    public Answer answer(Request request) {
        DepositId id = new DepositId(request.objectId("id"));
        Optional<TradeJson> found =
                db.transact(tx -> deposits.find(tx, request.tenant(), id).map(deposit -> rendering.one(tx, deposit)));
        return found.map(trade -> Answer.success(Message.TRANSACTION_RETRIEVED, trade))
                .orElseGet(() -> Answer.refusal(Refusal.TRANSACTION_NOT_FOUND));
    }
}
