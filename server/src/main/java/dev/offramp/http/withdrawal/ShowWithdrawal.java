package dev.offramp.http.withdrawal;

import dev.offramp.http.Answer;
import dev.offramp.http.Endpoint;
import dev.offramp.http.PathParameter;
import dev.offramp.http.Request;
import dev.offramp.http.Route;
import dev.offramp.outflows.Outflows;
import dev.offramp.tenancy.Scope;
import dev.offramp.wire.Message;
import dev.offramp.wire.Refusal;

/// One withdrawal, by its id or its external id. A name whose first request is still being worked on is waited for.
public record ShowWithdrawal(Outflows outflows, ExternalIds externalIds) implements Endpoint {

    @Override
    public Route route() {
        return Route.get(
                "/payments/withdrawal/{id}", Scope.READ, PathParameter.text("id", Refusal.WITHDRAWAL_NOT_FOUND));
    }

    @Override
    public Answer answer(Request request) {
        return externalIds
                .await(
                        request.tenant(),
                        request.text("id"),
                        tx -> outflows.find(tx, request.tenant(), request.text("id")))
                .map(found -> Answer.success(Message.DATA_FETCHED, WithdrawalRendering.of(found)))
                .orElseGet(() -> Answer.refusal(Refusal.WITHDRAWAL_NOT_FOUND));
    }
}
