package dev.offramp.http.bank;

import dev.offramp.http.Answer;
import dev.offramp.http.Endpoint;
import dev.offramp.http.Manual;
import dev.offramp.http.PathParameter;
import dev.offramp.http.Request;
import dev.offramp.http.Route;
import dev.offramp.payouts.SavedBankId;
import dev.offramp.payouts.SavedBanks;
import dev.offramp.tenancy.Scope;
import dev.offramp.wire.Message;
import dev.offramp.wire.Refusal;
import dev.offramp.wire.Shape;

/// Forgets an account; withdrawals to it that are under way go on.
public record DeleteBank(SavedBanks savedBanks) implements Endpoint {

    @Override
    public Route route() {
        return Route.delete("/payments/banks/{id}", Scope.WITHDRAWALS, PathParameter.id("id"));
    }

    @Override
    public Manual manual() {
        return Manual.of(
                        "Forget a saved bank account",
                        "Withdrawals to it that are under way go on.",
                        new Shape.Nothing())
                .refusing(Refusal.BANK_NOT_FOUND);
    }

    @Override
    public Answer answer(Request request) {
        SavedBankId id = new SavedBankId(request.objectId("id"));
        return request.commit(tx -> savedBanks.delete(tx, request.tenant(), id)
                ? Answer.success(Message.BANK_DELETED)
                : Answer.refusal(Refusal.BANK_NOT_FOUND));
    }
}
