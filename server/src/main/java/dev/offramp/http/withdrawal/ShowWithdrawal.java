package dev.offramp.http.withdrawal;

import dev.offramp.http.Answer;
import dev.offramp.http.Endpoint;
import dev.offramp.http.Manual;
import dev.offramp.http.PathParameter;
import dev.offramp.http.Request;
import dev.offramp.http.Route;
import dev.offramp.outflows.Outflows;
import dev.offramp.tenancy.Scope;
import dev.offramp.wire.Message;
import dev.offramp.wire.Refusal;
import dev.offramp.wire.Shape;
import dev.offramp.wire.withdrawal.WithdrawalJson;

/// One withdrawal, by its id or its external id. A name whose first request is still being worked on is waited for.
public record ShowWithdrawal(Outflows outflows, ExternalIds externalIds) implements Endpoint {

    @Override
    public Route route() {
        return Route.get(
                "/payments/withdrawal/{id}", Scope.READ, PathParameter.text("id", Refusal.WITHDRAWAL_NOT_FOUND));
    }

    @Override
    public Manual manual() {
        return Manual.of(
                "Show a withdrawal",
                "By its id, or by the percent-encoded `externalId` its request carried. While that"
                        + " request is worked on this waits for it, and says 503 rather than 404 when that takes"
                        + " too long: nobody need pay again for want of an answer.",
                new Shape.One(WithdrawalJson.class));
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
