package dev.offramp.http.bank;

import dev.offramp.http.Answer;
import dev.offramp.http.Endpoint;
import dev.offramp.http.PathParameter;
import dev.offramp.http.Request;
import dev.offramp.http.Route;
import dev.offramp.payouts.Banks;
import dev.offramp.payouts.SavedBankId;
import dev.offramp.payouts.SavedBanks;
import dev.offramp.tenancy.Scope;
import dev.offramp.wire.Message;
import dev.offramp.wire.Refusal;

/// One account that a tenant keeps for withdrawals.
public record ShowSavedBank(SavedBanks savedBanks, Banks banks) implements Endpoint {

    @Override
    public Route route() {
        return Route.get("/payments/integration-banks/{id}", Scope.READ, PathParameter.id("id"));
    }

    @Override
    public Answer answer(Request request) {
        return savedBanks
                .find(request.tenant(), new SavedBankId(request.objectId("id")))
                .map(saved ->
                        Answer.success(Message.DATA_FETCHED, SavedBankRendering.of(request.tenant(), banks, saved)))
                .orElseGet(() -> Answer.refusal(Refusal.BANK_NOT_FOUND));
    }
}
