package dev.offramp.http.bank;

import dev.offramp.http.Answer;
import dev.offramp.http.Endpoint;
import dev.offramp.http.Manual;
import dev.offramp.http.PathParameter;
import dev.offramp.http.Request;
import dev.offramp.http.Route;
import dev.offramp.payouts.Banks;
import dev.offramp.payouts.SavedBankId;
import dev.offramp.payouts.SavedBanks;
import dev.offramp.tenancy.Scope;
import dev.offramp.wire.Message;
import dev.offramp.wire.Refusal;
import dev.offramp.wire.Shape;
import dev.offramp.wire.bank.SavedBankJson;

/// One account that a tenant keeps for withdrawals.
public record ShowSavedBank(SavedBanks savedBanks, Banks banks) implements Endpoint {

    @Override
    public Route route() {
        return Route.get("/payments/integration-banks/{id}", Scope.READ, PathParameter.id("id"));
    }

    @Override
    public Manual manual() {
        return Manual.of(
                        "Show a saved bank account",
                        "One account that is kept for withdrawals.",
                        new Shape.One(SavedBankJson.class))
                .refusing(Refusal.BANK_NOT_FOUND);
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
