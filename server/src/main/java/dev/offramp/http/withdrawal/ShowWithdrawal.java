package dev.offramp.http.withdrawal;

import dev.offramp.db.Transaction;
import dev.offramp.http.Answer;
import dev.offramp.http.Endpoint;
import dev.offramp.http.PathParameter;
import dev.offramp.http.Request;
import dev.offramp.http.Route;
import dev.offramp.payouts.Payouts;
import dev.offramp.tenancy.Scope;
import dev.offramp.tenancy.Tenant;
import dev.offramp.wire.Message;
import dev.offramp.wire.Refusal;
import dev.offramp.wire.withdrawal.WithdrawalJson;
import dev.offramp.withdrawals.Withdrawals;
import java.util.Optional;

/// One withdrawal, by its id or its external id. A name whose first request is still being worked on is waited for.
public record ShowWithdrawal(Payouts payouts, Withdrawals withdrawals, ExternalIds externalIds) implements Endpoint {

    @Override
    public Route route() {
        return Route.get(
                "/payments/withdrawal/{id}", Scope.READ, PathParameter.text("id", Refusal.WITHDRAWAL_NOT_FOUND));
    }

    @Override
    public Answer answer(Request request) {
        return externalIds
                .await(request.tenant(), request.text("id"), tx -> find(tx, request.tenant(), request.text("id")))
                .map(found -> Answer.success(Message.DATA_FETCHED, found))
                .orElseGet(() -> Answer.refusal(Refusal.WITHDRAWAL_NOT_FOUND));
    }

    private Optional<WithdrawalJson> find(Transaction tx, Tenant tenant, String name) {
        return payouts.find(tx, tenant, name)
                .map(WithdrawalRendering::of)
                .or(() -> withdrawals.find(tx, tenant, name).map(WithdrawalRendering::of));
    }
}
